import type { Task } from '../../../api/tasks/task.schema.ts';
import { useWords } from '../words/words.tsx';
import { Fault } from './field-parts.tsx';
import { fieldId } from './field-props.ts';
import type { Faults } from './field-props.ts';
import { useOutcomeWord } from './use-outcome-word.ts';

interface OutcomeChoiceProps {
  readonly kind: Task['kind'];
  readonly outcomes: readonly string[];
  readonly chosen: string | undefined;
  readonly faults: Faults;
  readonly onChoose: (outcome: string) => void;
}

export function OutcomeChoice({ kind, outcomes, chosen, faults, onChoose }: OutcomeChoiceProps) {
  const { handle } = useWords();
  const wordOf = useOutcomeWord(kind);
  return (
    <fieldset className="choice outcomes" id={fieldId('outcome')} tabIndex={-1}>
      <legend>
        {handle.outcome}
        <span className="must">{handle.required}</span>
      </legend>
      <div className="options">
        {outcomes.map((outcome) => (
          <label key={outcome}>
            <input type="radio" name="outcome" checked={chosen === outcome} onChange={() => onChoose(outcome)} />
            {wordOf(outcome)}
          </label>
        ))}
      </div>
      <Fault path="outcome" faults={faults} />
    </fieldset>
  );
}
