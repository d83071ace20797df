import { useDesign } from './design-words.ts';
import type { Checked } from './use-judged.ts';

interface ProblemsProps {
  readonly checked: Checked;
  readonly busy: boolean;
  /** What an element is called; null where there is none to be shown. */
  readonly nameOf: (id: string) => string | null;
  readonly onLocate: (id: string) => void;
}

/** Everything that publication would refuse or warn of, each with a way to its place. */
export function Problems({ checked, busy, nameOf, onLocate }: ProblemsProps) {
  const { design } = useDesign();
  const { defects, warnings, refusal } = checked;
  const rows = [
    ...defects.map((one) => ({ ...one, look: 'fault', sign: '✕', kind: design.check.defect })),
    ...warnings.map((one) => ({ ...one, look: 'warned', sign: '!', kind: design.check.warning })),
  ];
  return (
    <section className="problems" aria-label={design.check.title}>
      <h2>
        {design.check.title} <span className="quiet">{design.check.counts(defects.length, warnings.length)}</span>
      </h2>
      <p role="status" className="quiet">
        {refusal ?? (busy ? design.check.busy : rows.length === 0 ? design.check.sound : '')}
      </p>
      <ul>
        {rows.map(({ code, message, elementId, look, sign, kind }) => {
          const name = elementId === undefined ? null : nameOf(elementId);
          return (
            <li key={`${code} ${elementId ?? ''} ${message}`}>
              <span className={`step-sign ${look}`}>
                {sign}
                <span className="hidden">{kind}</span>
              </span>
              <span>
                {name && <b>{name} </b>}
                {message}
              </span>
              {elementId !== undefined && name !== null && (
                <button type="button" className="button small" onClick={() => onLocate(elementId)}>
                  {design.check.locate}
                  <span className="hidden"> {name || elementId}</span>
                </button>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
