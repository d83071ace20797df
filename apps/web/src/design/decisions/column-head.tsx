import { useDesign } from '../design-words.ts';
import { TextControl } from '../properties/text-control.tsx';
import { withColumnLeft, withColumnValue, withoutColumn } from './change-columns.ts';
import type { Side } from './change-columns.ts';
import { headingOf } from './read-decisions.ts';
import type { Column } from './read-decisions.ts';

interface ColumnHeadProps {
  readonly id: string;
  readonly xml: string;
  readonly column: Column;
  readonly side: Side;
  readonly index: number;
  readonly of: number;
  readonly onChange: (xml: string) => void;
}

const types = ['string', 'number', 'boolean', 'date', 'time', 'dateTime', 'duration'];

/** What a column is called, what it reads or gives, of which type; allowed values and the default are seldom needed. */
export function ColumnHead({ id, xml, column, side, index, of, onChange }: ColumnHeadProps) {
  const { design } = useDesign();
  const { decision } = design;
  const name = headingOf(column);
  const set = (change: Partial<Column>) => onChange(withColumnValue(xml, id, [side, index], change));
  const kind = decision[side];
  return (
    <th scope="col" className={side}>
      <span className="quiet">{kind}</span>
      <TextControl
        shared={{ id: `${column.id}-label` }}
        label={decision.labelOf(kind, index + 1)}
        kind="text"
        value={column.label}
        onChange={(label) => set({ label })}
      />
      <TextControl
        shared={{ id: `cell-${column.id}` }}
        label={side === 'input' ? decision.expressionOf(name) : decision.nameOf(name)}
        kind="text"
        value={column.source}
        onChange={(source) => set({ source })}
      />
      <select
        className="field"
        aria-label={decision.typeOf(name)}
        value={column.type}
        onChange={(event) => set({ type: event.target.value })}
      >
        <option value="">{decision.anyType}</option>
        {!types.includes(column.type) && column.type && <option value={column.type}>{column.type}</option>}
        {types.map((one) => (
          <option key={one} value={one}>
            {decision.types[one]}
          </option>
        ))}
      </select>
      <details>
        <summary>{decision.more}</summary>
        <TextControl
          shared={{ id: `${column.id}-values` }}
          label={decision.valuesOf(name)}
          kind="text"
          value={column.values}
          onChange={(values) => set({ values })}
        />
        {side === 'output' && (
          <TextControl
            shared={{ id: `${column.id}-fallback` }}
            label={decision.fallbackOf(name)}
            kind="text"
            value={column.fallback}
            onChange={(fallback) => set({ fallback })}
          />
        )}
        <span className="row-actions">
          <button
            type="button"
            className="button small"
            aria-disabled={index === 0}
            onClick={() => index > 0 && onChange(withColumnLeft(xml, id, side, index))}
          >
            ←<span className="hidden">{decision.left(name)}</span>
          </button>
          <button
            type="button"
            className="button small danger"
            aria-disabled={side === 'output' && of === 1}
            onClick={() => (side === 'input' || of > 1) && onChange(withoutColumn(xml, id, side, index))}
          >
            {design.table.delete}
            <span className="hidden"> {name}</span>
          </button>
        </span>
      </details>
    </th>
  );
}
