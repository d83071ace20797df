import type { FieldSchema } from '../../task/form-schema.ts';
import { useDesign } from '../design-words.ts';

const dayLimits = ['x-ld-latest', 'x-ld-earliest'] as const;

interface DayLimitsProps {
  readonly field: FieldSchema;
  readonly onField: (field: FieldSchema) => void;
}

/** Whether a day may lie after, or before, the one on which the form is handed in. */
export function DayLimits({ field, onField }: DayLimitsProps) {
  const { design } = useDesign();
  return dayLimits.map((limit) => (
    <label key={limit} className="switch">
      <input
        type="checkbox"
        checked={field[limit] === 'today'}
        onChange={(event) => {
          const { [limit]: _, ...rest } = field;
          onField(event.target.checked ? { ...rest, [limit]: 'today' } : rest);
        }}
      />
      {design.form.dayLimits[limit]}
    </label>
  ));
}
