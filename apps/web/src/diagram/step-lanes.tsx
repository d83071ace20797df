import { useWords } from '../words/words.tsx';
import type { Marks } from './marks.ts';
import type { Step } from './steps.ts';

interface StepLanesProps {
  readonly steps: readonly Step[];
  readonly marks: Marks;
  readonly onChoose: (id: string) => void;
}

/** The diagram in words: a list a lane, every step with what is marked on it. */
export function StepLanes({ steps, marks, onChoose }: StepLanesProps) {
  const { diagram } = useWords();
  const named = steps.filter(({ id, name, type }) => marks[id] || (name !== '' && !type.endsWith('Gateway')));
  const lanes = [...new Set(named.map(({ lane }) => lane))];
  return (
    <ul className="lanes">
      {lanes.map((lane) => (
        <li key={lane}>
          <h2>{lane || diagram.noLane}</h2>
          <ol>
            {named
              .filter((step) => step.lane === lane)
              .map(({ id, name }) => {
                const mark = marks[id];
                return (
                  <li key={id}>
                    <button
                      type="button"
                      className={`button small step-state ${mark?.look ?? ''}`}
                      aria-current={mark?.look === 'current' || mark?.look === 'late' ? 'step' : undefined}
                      onClick={() => onChoose(id)}
                    >
                      {mark?.sign} {name || diagram.unnamed}
                      {mark && <span className="hidden"> {mark.label}</span>}
                    </button>
                  </li>
                );
              })}
          </ol>
        </li>
      ))}
    </ul>
  );
}
