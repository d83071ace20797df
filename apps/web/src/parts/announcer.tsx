import { createContext, useCallback, useContext, useRef, useState } from 'react';
import type { ReactNode } from 'react';

/** What can be done about what was said: take it back. */
interface SaidAction {
  readonly label: string;
  readonly run: () => void;
}

interface Said {
  readonly id: number;
  readonly text: string;
  readonly action?: SaidAction;
}

type Announce = (text: string, action?: SaidAction) => void;

const AnnounceContext = createContext<Announce>(() => undefined);

/** Says what needs no answer, for a while, on screen and to screen readers. */
export const useAnnounce = (): Announce => useContext(AnnounceContext);

/** Longer where something can be done about it. */
const stay = (action: SaidAction | undefined): number => (action ? 10_000 : 8_000);

export function Announcer({ children }: { readonly children: ReactNode }) {
  const [said, setSaid] = useState<readonly Said[]>([]);
  const next = useRef(0);
  const forget = useCallback((id: number) => setSaid((before) => before.filter((one) => one.id !== id)), []);
  const announce = useCallback<Announce>(
    (text, action) => {
      next.current += 1;
      const id = next.current;
      setSaid((before) => [...before.slice(-2), { id, text, ...(action ? { action } : {}) }]);
      setTimeout(() => forget(id), stay(action));
    },
    [forget],
  );
  return (
    <AnnounceContext value={announce}>
      {children}
      <div className="announcer" role="status">
        {said.map(({ id, text, action }) => (
          <p key={id}>
            {text}{' '}
            {action && (
              <button
                type="button"
                className="button small"
                onClick={() => {
                  forget(id);
                  action.run();
                }}
              >
                {action.label}
              </button>
            )}
          </p>
        ))}
      </div>
    </AnnounceContext>
  );
}
