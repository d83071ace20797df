import { useMemo } from 'react';
import { readDecisions } from '../../design/decisions/read-decisions.ts';
import { TableEditor } from '../../design/decisions/table-editor.tsx';
import type { Defect } from '../../server/problem.ts';
import { useWords } from '../../words/words.tsx';

interface TableFieldProps {
  readonly xml: string;
  readonly defects: readonly Defect[];
  readonly onChange: (xml: string) => void;
}

/** The decision table of a rule, edited as everywhere; what is wrong with it stands below. */
export function TableField({ xml, defects, onChange }: TableFieldProps) {
  const { rule } = useWords();
  const decisions = useMemo(() => readDecisions(xml) ?? [], [xml]);
  const wrong = new Set(defects.flatMap(({ elementId }) => elementId ?? []));
  return (
    <>
      <p className="quiet">{rule.tableHelp}</p>
      {decisions.map(({ id, name, logic }) =>
        logic.kind === 'table' ? (
          <TableEditor key={id} id={id} name={name} table={logic} xml={xml} wrong={wrong} onChange={onChange} />
        ) : (
          <p key={id} className="quiet">
            {name}
          </p>
        ),
      )}
      {defects
        .filter(({ path }) => path === 'dmn')
        .map(({ message }, index) => (
          <p key={`${index} ${message}`} role="alert" className="fault">
            {message}
          </p>
        ))}
    </>
  );
}
