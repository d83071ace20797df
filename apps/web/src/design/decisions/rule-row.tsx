import { useDesign } from '../design-words.ts';
import { TextControl } from '../properties/text-control.tsx';
import { withCell, withMovedRule, withNote, withoutRule, withRule } from './change-rules.ts';
import { headingOf } from './read-decisions.ts';
import type { Rule, Table } from './read-decisions.ts';

interface RuleRowProps {
  readonly id: string;
  readonly xml: string;
  readonly table: Table;
  readonly rule: Rule;
  readonly row: number;
  readonly wrong: ReadonlySet<string>;
  readonly onChange: (xml: string) => void;
}

export function RuleRow({ id, xml, table, rule, row, wrong, onChange }: RuleRowProps) {
  const { design } = useDesign();
  const { decision } = design;
  const columns = [...table.inputs, ...table.outputs];
  const number = row + 1;
  const last = table.rules.length - 1;
  return (
    <tr>
      <td className="number">{number}</td>
      {[...rule.tests, ...rule.results].map((cell, index) => {
        const column = columns[index];
        return (
          <td key={cell.id}>
            <TextControl
              shared={{ id: `cell-${cell.id}`, ...(wrong.has(cell.id) ? { 'aria-invalid': true } : {}) }}
              label={decision.cell(number, column ? headingOf(column) : '')}
              kind="text"
              value={cell.text}
              onChange={(text) => onChange(withCell(xml, id, { row, column: index }, text))}
              {...(column?.values ? { suggestions: choicesOf(column.values) } : {})}
            />
          </td>
        );
      })}
      <td>
        <TextControl
          shared={{ id: `note-${rule.id}` }}
          label={decision.noteOf(number)}
          kind="text"
          value={rule.note}
          onChange={(note) => onChange(withNote(xml, id, row, note))}
        />
      </td>
      <td>
        <div className="row-actions">
          <button
            type="button"
            className="button small"
            aria-disabled={row === 0}
            onClick={() => row > 0 && onChange(withMovedRule(xml, id, row, -1))}
          >
            ↑<span className="hidden">{decision.ruleUp(number)}</span>
          </button>
          <button
            type="button"
            className="button small"
            aria-disabled={row === last}
            onClick={() => row < last && onChange(withMovedRule(xml, id, row, 1))}
          >
            ↓<span className="hidden">{decision.ruleDown(number)}</span>
          </button>
          <button type="button" className="button small" onClick={() => onChange(withRule(xml, id, row + 1))}>
            ＋<span className="hidden">{decision.ruleAfter(number)}</span>
          </button>
          <button type="button" className="button small danger" onClick={() => onChange(withoutRule(xml, id, row))}>
            {design.table.delete}
            <span className="hidden">{decision.rule(number)}</span>
          </button>
        </div>
      </td>
    </tr>
  );
}

/** Literals of a list like `"重大","一般"`; of tests that are no list there is nothing to choose from. */
const choicesOf = (values: string): readonly string[] => values.match(/"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?/g) ?? [];
