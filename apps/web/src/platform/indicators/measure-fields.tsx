import type { Source } from '../../../../api/platform/source.schema.ts';
import { FormItem } from '../../parts/form-item.tsx';
import type { Defect } from '../../server/problem.ts';
import { useWords } from '../../words/words.tsx';
import { FilterRows } from './filter-rows.tsx';
import { measureKinds } from './indicator-draft.ts';
import type { IndicatorDraft } from './indicator-draft.ts';

interface MeasureFieldsProps {
  readonly draft: IndicatorDraft;
  readonly fields: Source['fields'];
  readonly defects: readonly Defect[];
  readonly onChange: (change: Partial<IndicatorDraft>) => void;
}

/** What is computed, and of which field. */
export function MeasureFields({ draft, fields, defects, onChange }: MeasureFieldsProps) {
  const { indicator } = useWords();
  const { kind } = draft;
  const at = 'definition.measure';
  const numbers = fields.filter(({ type }) => type === 'number');
  return (
    <>
      <FormItem label={indicator.measure} path={`${at}.kind`} defects={defects} help={indicator.measureHelp[kind]}>
        {(field) => (
          <select
            {...field}
            value={kind}
            onChange={(event) => onChange({ kind: event.target.value as IndicatorDraft['kind'] })}
          >
            {measureKinds.map((one) => (
              <option key={one} value={one}>
                {indicator.measures[one]}
              </option>
            ))}
          </select>
        )}
      </FormItem>
      {kind !== 'count' && kind !== 'share' && (
        <FieldChoice
          label={kind === 'ratio' ? indicator.numerator : indicator.field}
          path={`${at}.field`}
          defects={defects}
          fields={kind === 'distinct' ? fields : numbers}
          value={draft.field}
          onChange={(field) => onChange({ field })}
        />
      )}
      {kind === 'ratio' && (
        <FieldChoice
          label={indicator.denominator}
          path={`${at}.over`}
          defects={defects}
          fields={numbers}
          value={draft.over}
          onChange={(over) => onChange({ over })}
        />
      )}
      {kind === 'share' && (
        <FilterRows
          legend={indicator.shareOf}
          help={indicator.shareHelp}
          path={`${at}.of`}
          defects={defects}
          fields={fields}
          filters={draft.of}
          onChange={(of) => onChange({ of })}
        />
      )}
    </>
  );
}

interface FieldChoiceProps {
  readonly label: string;
  readonly path: string;
  readonly defects: readonly Defect[];
  readonly fields: Source['fields'];
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function FieldChoice({ label, path, defects, fields, value, onChange }: FieldChoiceProps) {
  const { handle } = useWords();
  return (
    <FormItem label={label} path={path} defects={defects} required>
      {(field) => (
        <select {...field} value={value} onChange={(event) => onChange(event.target.value)}>
          <option value="">{handle.choose}</option>
          {fields.map(({ name, title }) => (
            <option key={name} value={name}>
              {title}
            </option>
          ))}
        </select>
      )}
    </FormItem>
  );
}
