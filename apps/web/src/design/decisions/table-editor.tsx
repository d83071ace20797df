import type { ClipboardEvent, KeyboardEvent } from 'react';
import { useDesign } from '../design-words.ts';
import { withColumn } from './change-columns.ts';
import { withPasted, withRule } from './change-rules.ts';
import { ColumnHead } from './column-head.tsx';
import type { Table } from './read-decisions.ts';
import { RuleRow } from './rule-row.tsx';

interface TableEditorProps {
  readonly id: string;
  readonly name: string;
  readonly table: Table;
  readonly xml: string;
  readonly wrong: ReadonlySet<string>;
  readonly onChange: (xml: string) => void;
}

/** The rules as rows, as in a spreadsheet: Enter goes down, what a spreadsheet copied is pasted over several cells. */
export function TableEditor({ id, name, table, xml, wrong, onChange }: TableEditorProps) {
  const { design } = useDesign();
  const { inputs, outputs, rules } = table;
  const cells = rules.map(({ tests, results }) => [...tests, ...results]);
  const placeOf = (target: EventTarget) => {
    const cell = target instanceof HTMLElement ? target.id.replace(/^cell-/, '') : '';
    const row = cells.findIndex((one) => one.some((other) => other.id === cell));
    return { row, column: cells[row]?.findIndex((one) => one.id === cell) ?? -1 };
  };
  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    const { row, column } = placeOf(event.target);
    const next = cells[row + (event.shiftKey ? -1 : 1)]?.[column];
    if (row === -1 || !next) return;
    event.preventDefault();
    document.getElementById(`cell-${next.id}`)?.focus();
  }
  function onPaste(event: ClipboardEvent) {
    const text = event.clipboardData.getData('text/plain').replace(/\r?\n$/, '');
    const { row, column } = placeOf(event.target);
    if (row === -1 || !/[\t\n]/.test(text)) return;
    event.preventDefault();
    const rows = text.split(/\r?\n/).map((line) => line.split('\t'));
    onChange(withPasted(xml, id, { row, column }, rows));
  }
  return (
    <>
      <div className="scroller" role="region" tabIndex={0} aria-label={design.decision.table(name)}>
        <table
          className="plain-table decision-table"
          aria-label={design.decision.table(name)}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
        >
          <thead>
            <tr>
              <th scope="col">{design.table.number}</th>
              {inputs.map((column, index) => (
                <ColumnHead key={column.id} {...{ id, xml, column, index, onChange }} side="input" of={inputs.length} />
              ))}
              {outputs.map((column, index) => (
                <ColumnHead
                  key={column.id}
                  {...{ id, xml, column, index, onChange }}
                  side="output"
                  of={outputs.length}
                />
              ))}
              <th scope="col">{design.decision.note}</th>
              <th scope="col">{design.table.acts}</th>
            </tr>
          </thead>
          <tbody>
            {rules.map((rule, row) => (
              <RuleRow key={rule.id} {...{ id, xml, table, rule, row, wrong, onChange }} />
            ))}
          </tbody>
        </table>
      </div>
      <p className="row-actions">
        <button type="button" className="button" onClick={() => onChange(withRule(xml, id, rules.length))}>
          ＋ {design.decision.addRule}
        </button>
        <button
          type="button"
          className="button"
          onClick={() => onChange(withColumn(xml, id, 'input', design.decision.input))}
        >
          ＋ {design.decision.addInput}
        </button>
        <button
          type="button"
          className="button"
          onClick={() => onChange(withColumn(xml, id, 'output', design.decision.output))}
        >
          ＋ {design.decision.addOutput}
        </button>
      </p>
    </>
  );
}
