import type { ReactNode } from 'react';
import { useNames } from '../parts/names.ts';
import { momentText, today } from '../time/dates.ts';
import { useDesign } from './design-words.ts';
import type { Opened } from './opened.ts';
import type { Autosave } from './use-autosave.ts';

interface MeanwhileProps {
  readonly opened: Pick<Opened, 'base' | 'seen' | 'newest'>;
  readonly autosave: Autosave;
  /** What of the document the editor cannot keep. */
  readonly losses?: readonly string[];
  /** A way to see what the newest version has that this one has not. */
  readonly compare?: (version: number) => ReactNode;
}

/** What happened elsewhere while this was drawn, and what is lost when it is saved. */
export function Meanwhile({ opened, autosave, losses = [], compare }: MeanwhileProps) {
  const { design, language } = useDesign();
  const names = useNames();
  const newest = autosave.summary?.published ?? opened.newest;
  const overtaken = newest !== null && opened.seen !== null && newest.version !== opened.base;
  return (
    <>
      {autosave.state.kind === 'changed-elsewhere' && (
        <div role="alert" className="bar">
          <p>{design.draft.elsewhere}</p>
          <p className="row-actions">
            <button type="button" className="button small" onClick={() => location.reload()}>
              {design.draft.readOther}
            </button>
            <button type="button" className="button small" onClick={autosave.overrule}>
              {design.draft.keepMine}
            </button>
          </p>
        </div>
      )}
      {overtaken && newest && (
        <div role="status" className="bar">
          <p>
            {design.draft.overtaken(
              names.person(newest.by) || design.draft.somebody,
              momentText(newest.at, today(), language),
              newest.version,
              opened.base,
            )}
          </p>
          {compare && <p>{compare(newest.version)}</p>}
        </div>
      )}
      {losses.length > 0 && (
        <details className="bar">
          <summary>{design.editor.losses(losses.length)}</summary>
          <ul>
            {losses.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
