import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Case, ChangedCase } from '../../../../api/cases/case.schema.ts';
import { useFields } from '../../parts/variable-list.tsx';
import { useWords } from '../../words/words.tsx';
import { OperationDialog } from './operation-dialog.tsx';
import { tokensQuery } from './operations.queries.ts';
import { TwoPersons } from './two-persons.tsx';
import { valueOf, writtenOf } from './written-value.ts';

interface VariableDialogProps {
  readonly matter: Case;
  readonly onClose: () => void;
}

/** 更正数据: one variable of the case gets another value. */
export function VariableDialog({ matter, onClose }: VariableDialogProps) {
  const { operations, colon, handle, value: words } = useWords();
  const { variable, correction } = operations;
  const fields = useFields(matter.id);
  const { data: tokens } = useQuery(tokensQuery(matter.id));
  const [chosen, setChosen] = useState('');
  const [other, setOther] = useState('');
  const [written, setWritten] = useState('');
  const name = chosen === anew ? other.trim() : chosen;
  const before = matter.variables[name];
  const twice = tokens?.corrections === 'two-persons';
  const choose = (next: string) => {
    setChosen(next);
    setWritten(next in matter.variables ? writtenOf(matter.variables[next] ?? null) : '');
  };
  const value = valueOf(written, before);
  const changed = name !== '' && JSON.stringify(value) !== JSON.stringify(before);
  return (
    <OperationDialog<ChangedCase>
      matter={matter}
      word={operations.words.variable}
      {...(twice ? { button: correction.ask } : {})}
      path="variables"
      method="PATCH"
      body={changed ? { variables: { [name]: value } } : null}
      needsReason={twice}
      grave
      said={({ approvalAsked }) => (approvalAsked ? correction.asked : correction.done)}
      onClose={onClose}
    >
      <TwoPersons wanted={twice} />
      <label>
        {variable.name}
        <select className="field" value={chosen} onChange={(event) => choose(event.target.value)}>
          <option value="">{handle.choose}</option>
          {Object.keys(matter.variables).map((one) => (
            <option key={one} value={one}>
              {fields?.[one] ? `${fields[one].title}（${one}）` : one}
            </option>
          ))}
          <option value={anew}>{variable.other}</option>
        </select>
      </label>
      {chosen === anew && (
        <label>
          {variable.otherName}
          <input className="field" value={other} onChange={(event) => setOther(event.target.value)} />
        </label>
      )}
      {name !== '' && (
        <>
          <p>
            {variable.now}
            {colon}
            {before === undefined || before === null ? words.empty : writtenOf(before)}
          </p>
          <label>
            {variable.value}
            <textarea className="field" rows={3} value={written} onChange={(event) => setWritten(event.target.value)} />
            <span className="quiet">{variable.valueHint}</span>
          </label>
        </>
      )}
    </OperationDialog>
  );
}

/** No variable is called so. */
const anew = ' ';
