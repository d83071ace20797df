import { useWords } from '../words/words.tsx';
import type { ElementState, Step } from './viewer.ts';

const signs = { passed: '✓', current: '▶', late: '⚠', none: '' } as const;

interface StepLanesProps {
  readonly steps: readonly Step[];
  readonly states: Readonly<Record<string, ElementState>>;
  readonly onChoose: (id: string) => void;
}

/** The diagram in words: a list a lane, every step with its state. */
export function StepLanes({ steps, states, onChoose }: StepLanesProps) {
  const { diagram } = useWords();
  const named = steps.filter(({ name, type }) => name !== '' && !type.endsWith('Gateway'));
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
                const state = states[id] ?? 'none';
                return (
                  <li key={id}>
                    <button
                      type="button"
                      className={`button small step-state ${state}`}
                      aria-current={state === 'current' || state === 'late' ? 'step' : undefined}
                      onClick={() => onChoose(id)}
                    >
                      {signs[state]} {name}
                      <span className="hidden"> {diagram.states[state]}</span>
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
