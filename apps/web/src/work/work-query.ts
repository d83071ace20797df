import { tasksQuery } from '../server/queries.ts';
import type { Scope, WorkSearch } from '../search.ts';

/** As many rows as are shown at once; more are fetched when asked for. */
const most = 200;

/** What of the address narrows a list, as against where the reader is in it. */
export const filterKeys = ['q', 'due', 'agency', 'step', 'procedure', 'secrecy', 'from', 'to'] as const;

export const isFiltered = (search: WorkSearch): boolean => filterKeys.some((key) => search[key] !== undefined);

/** The list's question to the server without its length, for the list and for its spreadsheet. */
export function workFilter(search: WorkSearch) {
  const { scope = 'mine', q, due, agency, step, procedure, secrecy, from, to, sort } = search;
  const narrowed = {
    q,
    due,
    agency,
    name: step,
    definitionKey: procedure,
    secrecy,
    dueFrom: from,
    dueTo: to,
  };
  return scope === 'done'
    ? { ...narrowed, scope: 'mine', status: 'completed', sort: sort ?? '-endedAt' }
    : { ...narrowed, scope, sort: sort ?? 'dueAt' };
}

export const workListing = (search: WorkSearch) => ({ ...workFilter(search), brief: true, limit: most });

export const workQuery = (search: WorkSearch) => tasksQuery(workListing(search));

/** Whether the list is shown by urgency: only in the order of its due days. */
export const isByUrgency = ({ scope, sort }: { readonly scope?: Scope; readonly sort?: string }): boolean =>
  scope !== 'done' && (sort === undefined || sort === 'dueAt');
