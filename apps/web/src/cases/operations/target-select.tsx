import type { Tokens } from '../../../../api/corrections/correction.schema.ts';
import { useWords } from '../../words/words.tsx';

interface TargetSelectProps {
  readonly targets: Tokens['targets'];
  readonly value: string;
  readonly onChange: (elementId: string) => void;
}

const people = /^(userTask|manualTask)$/;

/** Where a token may be put: what people do first, then what the machine does. */
export function TargetSelect({ targets, value, onChange }: TargetSelectProps) {
  const { operations, handle, task, diagram } = useWords();
  const groups = [
    { label: task.one, those: targets.filter(({ kind }) => people.test(kind)) },
    { label: diagram.noLane, those: targets.filter(({ kind }) => !people.test(kind)) },
  ];
  return (
    <label>
      {operations.correction.target}
      <select className="field" value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">{handle.choose}</option>
        {groups.map(({ label, those }) => (
          <optgroup key={label} label={label}>
            {those.map(({ elementId, name, definition }) => (
              <option key={`${definition} ${elementId}`} value={elementId}>
                {name}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </label>
  );
}
