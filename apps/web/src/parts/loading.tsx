import { useEffect, useState } from 'react';
import { useWords } from '../words/words.tsx';

/** Grey bars of the final height after 150 ms, a sentence after 3 s. */
export function Loading({ rows = 6 }: { readonly rows?: number }) {
  const words = useWords();
  const [phase, setPhase] = useState(0);
  useEffect(() => {
    const timers = [setTimeout(() => setPhase(1), 150), setTimeout(() => setPhase(2), 3_000)];
    return () => timers.forEach(clearTimeout);
  }, []);
  return (
    <div className="loading" aria-busy="true">
      {phase > 0 && Array.from({ length: rows }, (_, index) => <div key={index} className="loading-bar" />)}
      <p role="status">{phase > 1 ? words.state.loading : ''}</p>
    </div>
  );
}
