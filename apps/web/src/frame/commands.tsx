import { lazy, Suspense, useEffect, useState } from 'react';

const CommandMenu = lazy(() => import('./command-menu.tsx').then(({ CommandMenu: one }) => ({ default: one })));

/** Ctrl+K, anywhere but in a dialog: goes to a page, a case or a step by its name. */
export function Commands() {
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.isComposing || event.altKey || !(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'k')
        return;
      event.preventDefault();
      if (!document.querySelector('dialog[open]')) setOpen(true);
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
  if (!open) return null;
  return (
    <Suspense fallback={null}>
      <CommandMenu onClose={() => setOpen(false)} />
    </Suspense>
  );
}
