import type { ReactNode } from 'react';

interface Column<Row> {
  readonly key: string;
  readonly label: string;
  readonly cell: (row: Row) => ReactNode;
  readonly narrow?: true;
  readonly number?: true;
}

interface RowsProps<Row> {
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
}

/** A list as a table; on a phone each row is a card that names its cells. */
export function Rows<Row>({ label, columns, rows, rowKey }: RowsProps<Row>) {
  return (
    <div className="scroller" role="region" aria-label={label} tabIndex={0}>
      <table className="plain-table panel card-table">
        <thead>
          <tr>
            {columns.map(({ key, label: name, number }) => (
              <th key={key} scope="col" className={number ? 'number' : undefined}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map(({ key, label: name, cell, narrow, number }, index) => (
                <td
                  key={key}
                  className={number ? 'number' : narrow ? 'nowrap' : undefined}
                  data-label={index === 0 ? undefined : name}
                >
                  {cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
