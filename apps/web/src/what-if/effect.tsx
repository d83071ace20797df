import '../look/design-pages.css';
import type { WhatIf } from '../../../api/what-if/what-if.schema.ts';
import { AffectedTable } from './affected-table.tsx';
import { LoadTable } from './load-table.tsx';
import type { Supposing } from './use-supposition.ts';
import { useWhatIfWords } from './what-if-words.ts';

/** What would be: in numbers, task by task, and how many tasks fall due in which week. */
export function Effect({ supposing }: { readonly supposing: Supposing }) {
  const { whatIf } = useWhatIfWords();
  const { effect, busy, refusals } = supposing;
  return (
    <>
      <p role="status">{busy ? whatIf.supposing : ''}</p>
      <div role="alert" className="fault">
        {refusals.map((text) => (
          <p key={text}>{text}</p>
        ))}
      </div>
      {effect && (
        <section className="panel effect" aria-label={whatIf.effect.title} aria-busy={busy || undefined}>
          <h2>{whatIf.effect.title}</h2>
          <Numbers effect={effect} />
          {effect.unmapped.length > 0 && (
            <p>
              <b>{whatIf.effect.unmapped}</b>{' '}
              {effect.unmapped.map(({ elementId, cases }) => (
                <span key={elementId} className="chip late">
                  {whatIf.effect.unmappedAt(elementId, cases)}
                </span>
              ))}
            </p>
          )}
          <AffectedTable supposing={supposing} effect={effect} />
          <LoadTable load={effect.load} />
        </section>
      )}
    </>
  );
}

/** How many move, break, are relieved; what stays and why. */
export function Numbers({ effect }: { readonly effect: WhatIf }) {
  const { words, whatIf } = useWhatIfWords();
  const { moved, breaches, relieved, reassigned, fixed } = effect;
  const figures = { breaches, moved, relieved, reassigned, ...fixed };
  const doubts = [
    effect.asked > 0 ? whatIf.effect.asked(effect.asked) : '',
    effect.unknown > 0 ? whatIf.effect.unknown(effect.unknown) : '',
    effect.failed > 0 ? whatIf.effect.failed(effect.failed) : '',
  ].filter((part) => part !== '');
  const nothing = moved + breaches + relieved + reassigned + effect.total === 0 && effect.unmapped.length === 0;
  return (
    <>
      <p className="quiet">{[whatIf.effect.looked(effect.cases, effect.tasks), ...doubts].join(words.join)}</p>
      {nothing && <p>{whatIf.effect.none}</p>}
      <dl className="figures-line">
        {Object.entries(figures).map(([name, count]) => (
          <div key={name}>
            <dt>{whatIf.effect[name as keyof typeof figures]}</dt>
            <dd className={name === 'breaches' && count > 0 ? 'fault' : undefined}>{whatIf.effect.tasks(count)}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
