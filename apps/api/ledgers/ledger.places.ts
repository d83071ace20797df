import { closedStatusesOf, ledgerCatalogue } from '../../../definitions/ledgers.ts';

/** SQL for a path of the catalogue on `ledger_row r` of `case_view c`. Paths are letters, digits and dots only: see definitions/ledgers.ts. */
function placeOf(path: string): string {
  if (path === 'case.title') return 'c.title';
  if (path === 'case.number') return 'c.number';
  const [first = '', ...rest] = path.split('.');
  return first === 'case' ? `c.variables #>> '{${rest.join(',')}}'` : `r.data #>> '{${[first, ...rest].join(',')}}'`;
}

const firstOf = (paths: readonly string[]): string =>
  paths.length === 0 ? 'null::text' : `coalesce(${paths.map((path) => `nullif(${placeOf(path)}, '')`).join(', ')})`;

/** What every record of a kind is asked, as SQL. */
interface Places {
  readonly title: string;
  readonly unit: string;
  /** A civil date as text, null where there is none. */
  readonly due: string;
  readonly closed: string;
  /** The supervised unit that may read the record although another wrote it. */
  readonly ownedBy: string;
  /** The cadres that it is about. */
  readonly cadres: readonly string[];
}

const unknownKind = {
  title: ['title', 'name', 'type', 'kind', 'ref'],
  unit: ['unit', 'case.unit'],
  due: ['dueOn'],
  shownToUnit: false,
  columns: [],
};

export function placesOf(kind: string): Places {
  const { title, unit, due, shownToUnit, columns } = ledgerCatalogue[kind] ?? unknownKind;
  const day = firstOf(due);
  const closed = closedStatusesOf(kind).map((status) => `'${status}'`);
  return {
    title: `coalesce(${firstOf(title)}, r.id)`,
    unit: firstOf(unit),
    due: `case when ${day} ~ '^\\d{4}-\\d{2}-\\d{2}$' then ${day} end`,
    closed: `r.status in (${closed.join(', ')})`,
    ownedBy: shownToUnit ? firstOf(unit) : 'null::text',
    cadres: columns.filter(({ as }) => as === 'cadre').map(({ path }) => placeOf(path)),
  };
}

export const overdueOf = ({ due, closed }: Places, today: string): string =>
  `coalesce(${due} < ${today} and not ${closed}, false)`;

/** The day on which a record says that it was closed, as text; null where it says none. */
export const closedOn = `case when r.data->>'closedOn' ~ '^\\d{4}-\\d{2}-\\d{2}$' then r.data->>'closedOn' end`;
