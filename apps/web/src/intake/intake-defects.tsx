import { useEffect, useRef } from 'react';
import type { TriedIntake } from '../../../api/intake/intake.schema.ts';
import { useWords } from '../words/words.tsx';

/** Every cell that is wrong, by row and column of the sheet. */
export function IntakeDefects({ defects }: { readonly defects: TriedIntake['defects'] }) {
  const { intake: words } = useWords();
  const element = useRef<HTMLElement>(null);
  useEffect(() => element.current?.focus(), [defects]);
  return (
    <section ref={element} className="mistakes" role="alert" tabIndex={-1}>
      <h2>{words.faults(defects.length)}</h2>
      <p>{words.faultsHint}</p>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{words.columns.row}</th>
            <th scope="col">{words.columns.column}</th>
            <th scope="col">{words.columns.fault}</th>
          </tr>
        </thead>
        <tbody>
          {defects.map(({ row, column, code, message }, index) => (
            <tr key={`${row} ${column} ${code} ${String(index)}`}>
              <td className="number">{row}</td>
              <td className="nowrap">{column}</td>
              <td>{message}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
