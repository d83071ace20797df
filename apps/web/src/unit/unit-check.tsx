import type { Task } from '../../../api/tasks/task.schema.ts';
import { VariableList } from '../parts/variable-list.tsx';
import { OutcomeChoice } from '../task/outcome-choice.tsx';
import type { useFilling } from '../task/use-filling.ts';
import { useWords } from '../words/words.tsx';
import type { Screen } from './screens.ts';
import { screenOf } from './screens.ts';

interface UnitCheckProps {
  readonly task: Task;
  readonly filling: ReturnType<typeof useFilling>;
  readonly screens: readonly Screen[];
  readonly onGo: (screen: number) => void;
}

/** Before one hands in: every answer once more with the way back to it, and what is still missing. */
export function UnitCheck({ task, filling, screens, onGo }: UnitCheckProps) {
  const { unit } = useWords();
  const missing = [...filling.lacking().keys()];
  const of = (screen: Screen) =>
    Object.fromEntries(Object.entries(filling.body.variables).filter(([name]) => screen.fields.includes(name)));
  return (
    <>
      <ol className="unit-check">
        {screens.map((screen, index) => {
          const lacks = missing.filter((path) => screenOf(screens, path) === index).length;
          const answers = of(screen);
          return (
            <li key={screen.title}>
              <h3>{screen.title}</h3>
              {lacks > 0 && <p className="fault">{unit.missing(lacks)}</p>}
              {Object.keys(answers).length > 0 ? (
                <VariableList variables={answers} caseId={task.caseId} />
              ) : (
                lacks === 0 && <p className="quiet">{unit.notFilled}</p>
              )}
              <button type="button" className="button small" onClick={() => onGo(index)}>
                {unit.change}
                <span className="hidden"> {screen.title}</span>
              </button>
            </li>
          );
        })}
      </ol>
      {task.outcomes.length > 0 && (
        <OutcomeChoice
          kind={task.kind}
          outcomes={task.outcomes}
          chosen={filling.outcome}
          faults={filling.faults}
          onChoose={filling.setOutcome}
        />
      )}
      <label className="stacked">
        {unit.remark}
        <textarea
          className="field"
          rows={3}
          maxLength={2000}
          value={filling.comment}
          onChange={(event) => filling.setComment(event.target.value)}
        />
      </label>
    </>
  );
}
