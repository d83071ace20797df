import type { ReactNode } from 'react';

interface FigureTableProps {
  readonly label: string;
  /** The first names the rows, the others are numbers. */
  readonly head: readonly string[];
  readonly rows: readonly { readonly key: string; readonly cells: readonly ReactNode[] }[];
}

/** A table of figures: what the row is about, and numbers that lead to their cases. */
export function FigureTable({ label, head, rows }: FigureTableProps) {
  return (
    <div className="scroller" role="region" aria-label={label} tabIndex={0}>
      <table className="plain-table figure-table">
        <thead>
          <tr>
            {head.map((text, index) => (
              <th key={text} scope="col" className={index === 0 ? undefined : 'number'}>
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells: [first, ...numbers] }) => (
            <tr key={key}>
              <th scope="row">{first}</th>
              {numbers.map((cell, index) => (
                <td key={head[index + 1]} className="number">
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
