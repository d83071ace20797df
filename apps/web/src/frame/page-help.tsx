import { useRouterState } from '@tanstack/react-router';
import { useState } from 'react';
import { Dialog } from '../parts/dialog.tsx';
import { useWords } from '../words/words.tsx';
import { helpFor } from './help-topics.ts';

/** What the page at hand is for and how it is used, one click away on every page. */
export function PageHelp() {
  const { pageHelp } = useWords();
  const pathname = useRouterState({ select: ({ location }) => location.pathname });
  const [open, setOpen] = useState(false);
  const topic = pageHelp.topics[helpFor(pathname)];
  if (!topic) return null;
  const [title, ...lines] = topic;
  return (
    <>
      <button type="button" className="page-help button small no-print" onClick={() => setOpen(true)}>
        <span aria-hidden="true">?</span> {pageHelp.open}
      </button>
      {open && (
        <Dialog title={title} onClose={() => setOpen(false)}>
          <ul className="help-lines">
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </Dialog>
      )}
    </>
  );
}
