import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { Dialog } from '../parts/dialog.tsx';
import { isForPage, singleKeysOn } from '../parts/keys.ts';
import { useWords } from '../words/words.tsx';

const addresses: Readonly<Record<string, '/work' | '/cases' | '/board' | '/notices'>> = {
  w: '/work',
  c: '/cases',
  b: '/board',
  n: '/notices',
};

/** `?` lists the keys; `g` and a letter goes to a page. */
export function KeysHelp() {
  const words = useWords();
  const navigate = useNavigate();
  const [open, setOpen] = useState(false);
  useEffect(() => {
    let going = -Infinity;
    const onKey = (event: KeyboardEvent) => {
      if (!singleKeysOn() || !isForPage(event)) return;
      if (event.key === '?') setOpen(true);
      const to = event.timeStamp - going < 1_500 ? addresses[event.key] : undefined;
      going = event.key === 'g' ? event.timeStamp : -Infinity;
      if (!to) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      void navigate({ to });
    };
    addEventListener('keydown', onKey, { capture: true });
    return () => removeEventListener('keydown', onKey, { capture: true });
  }, [navigate]);
  if (!open) return null;
  return (
    <Dialog title={words.keys.title} onClose={() => setOpen(false)}>
      <KeyList />
    </Dialog>
  );
}

export function KeyList() {
  const words = useWords();
  return (
    <dl className="keys">
      {words.keys.list.map(([keys, meaning]) => (
        <div key={keys}>
          <dt>
            <kbd>{keys}</kbd>
          </dt>
          <dd>{meaning}</dd>
        </div>
      ))}
    </dl>
  );
}
