import { useQuery } from '@tanstack/react-query';
import { useCatalogue } from '../ledgers/use-catalogue.ts';
import { wholeLedgerQuery } from '../server/queries.ts';
import { useWords } from '../words/words.tsx';
import { Fault, Title } from './field-parts.tsx';
import { fieldId, faultProps } from './field-props.ts';
import type { FieldProps } from './field-props.ts';

/** Which record of the case's ledger an entry is about: `^clue-[0-9]+$` asks for one of its clues. */
export function RecordField(props: Omit<FieldProps, 'Fields'>) {
  const { handle } = useWords();
  const catalogue = useCatalogue();
  const { field, path, value, caseId, onChange } = props;
  const ledger = /^\^([a-z]+)-/.exec(field.pattern ?? '')?.[1] ?? '';
  const { data } = useQuery({
    ...wholeLedgerQuery(ledger, { caseId: caseId ?? '' }),
    enabled: caseId !== null && ledger !== '',
  });
  const chosen = typeof value === 'string' ? value : '';
  const records = data ?? [];
  return (
    <div className="form-item">
      <label htmlFor={fieldId(path)}>
        <Title {...props} />
      </label>
      <select
        {...faultProps(props)}
        id={fieldId(path)}
        className="field"
        value={chosen}
        onChange={(event) => onChange(event.target.value || undefined)}
      >
        <option value="">{handle.choose}</option>
        {chosen !== '' && !records.some(({ id }) => id === chosen) && <option value={chosen}>{chosen}</option>}
        {records.map(({ id, title, status }) => (
          <option key={id} value={id}>
            {id} · {title} · {catalogue.statusOf(ledger, status)}
          </option>
        ))}
      </select>
      <Fault {...props} />
    </div>
  );
}
