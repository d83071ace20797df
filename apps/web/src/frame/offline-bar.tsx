import { useEffect, useState } from 'react';
import { useWords } from '../words/words.tsx';

/** Says that the connection is gone for as long as it is. */
export function OfflineBar() {
  const words = useWords();
  const [online, setOnline] = useState(navigator.onLine);
  useEffect(() => {
    const look = () => setOnline(navigator.onLine);
    addEventListener('online', look);
    addEventListener('offline', look);
    return () => {
      removeEventListener('online', look);
      removeEventListener('offline', look);
    };
  }, []);
  return (
    <div role="status" className="bars">
      {!online && <p className="bar warning">{words.state.offline}</p>}
    </div>
  );
}
