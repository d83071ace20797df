import { createContext, useCallback, useContext, useRef, useState } from 'react';
import type { ReactNode } from 'react';

interface Said {
  readonly id: number;
  readonly text: string;
}

const AnnounceContext = createContext<(text: string) => void>(() => undefined);

/** Says what needs no answer, for eight seconds, on screen and to screen readers. */
export const useAnnounce = (): ((text: string) => void) => useContext(AnnounceContext);

export function Announcer({ children }: { readonly children: ReactNode }) {
  const [said, setSaid] = useState<readonly Said[]>([]);
  const next = useRef(0);
  const announce = useCallback((text: string) => {
    next.current += 1;
    const id = next.current;
    setSaid((before) => [...before.slice(-2), { id, text }]);
    setTimeout(() => setSaid((before) => before.filter((one) => one.id !== id)), 8_000);
  }, []);
  return (
    <AnnounceContext value={announce}>
      {children}
      <div className="announcer" role="status">
        {said.map(({ id, text }) => (
          <p key={id}>{text}</p>
        ))}
      </div>
    </AnnounceContext>
  );
}
