import { queryOptions } from '@tanstack/react-query';
import type { Climbs, StalledList, Summary } from '../../../api/dashboard/dashboard.schema.ts';
import type { Comparison, Progress, Steps, Throughput } from '../../../api/dashboard/figures.schema.ts';
import type { BoardSearch } from '../search.ts';
import { addressOf, call } from '../server/call.ts';

/** What part of the business the board is about, as the API names it. */
const scopeOf = ({ agency, procedure }: BoardSearch) => ({ agency, definitionKey: procedure });
type Query = Readonly<Record<string, string | number | undefined>>;

const board = <Answer>(name: string, query: Query) =>
  queryOptions({
    queryKey: ['dashboard', name, query],
    queryFn: ({ signal }) => call<Answer>(`/dashboard/${name}`, { query, signal }),
  });

export const stalledQuery = (search: BoardSearch) =>
  board<StalledList>('stalled', { ...scopeOf(search), reason: search.reason, limit: 100 });
export const summaryQuery = (search: BoardSearch) => board<Summary>('summary', scopeOf(search));
export const climbsQuery = (search: BoardSearch) => board<Climbs>('climbed', scopeOf(search));
export const progressQuery = (search: BoardSearch) => board<Progress>('progress', scopeOf(search));
export const throughputQuery = (search: BoardSearch) => board<Throughput>('throughput', scopeOf(search));
export const comparisonQuery = (search: BoardSearch) => board<Comparison>('comparison', scopeOf(search));
export const slowestQuery = (search: BoardSearch) => board<Steps>('steps', scopeOf(search));
export const stepsOfQuery = (definitionKey: string, agency: string | undefined) =>
  board<Steps>('steps', { definitionKey, agency, limit: 500 });

/** Where a table of the board is as a spreadsheet. */
export const sheetOf = (name: string, search: BoardSearch, more: Query = {}): string =>
  addressOf(`/dashboard/${name}.xlsx`, { ...scopeOf(search), ...more }).href;
