import { queryOptions } from '@tanstack/react-query';
import type {
  ItemsReport,
  ListDetail,
  Lists,
  Obligation,
  Obligations,
  Results,
  Sample,
} from '../../../api/duties/duty.schema.ts';
import { addressOf, call } from '../server/call.ts';
import { problemOf } from '../server/problem.ts';

const of = (id: string, ...what: readonly string[]) =>
  `/duties/lists/${[id, ...what].map(encodeURIComponent).join('/')}`;

export const dutyListsQuery = queryOptions({
  queryKey: ['duties'],
  queryFn: ({ signal }) => call<Lists>('/duties/lists', { signal }),
});

export const dutyListQuery = (id: string) =>
  queryOptions({ queryKey: ['duties', id], queryFn: ({ signal }) => call<ListDetail>(of(id), { signal }) });

/** All obligations of the year: the grid shows every one. */
export const obligationsQuery = (id: string) =>
  queryOptions({
    queryKey: ['duties', id, 'obligations'],
    async queryFn({ signal }) {
      const all: Obligation[] = [];
      for (let cursor: string | null | undefined; cursor !== null;) {
        const page: Obligations = await call(of(id, 'obligations'), { query: { limit: 200, cursor }, signal });
        all.push(...page.items);
        cursor = page.nextCursor;
      }
      return all;
    },
  });

export const dutyResultsQuery = (id: string) =>
  queryOptions({
    queryKey: ['duties', id, 'results'],
    queryFn: ({ signal }) => call<Results>(of(id, 'results'), { signal }),
  });

/** The items as the sheet that the import takes. */
export const itemsSheet = (id: string): string => addressOf(of(id, 'items.xlsx')).href;

/** What is drawn in a half of the year, or all lots of one stratum of it. */
export const dutySampleQuery = (id: string, half: string | undefined, stratum?: string) =>
  queryOptions({
    queryKey: ['duties', id, 'sample', half, stratum],
    queryFn: ({ signal }) => call<Sample>(of(id, 'sample'), { query: { half, stratum }, signal }),
  });

export type ListAct = 'begin' | 'pause' | 'resume' | 'end' | 'results';

export const doToList = (id: string, act: ListAct, body: object, key: string): Promise<unknown> =>
  call(of(id, act), { method: 'POST', body, key });

/** The whole sheet, tried or taken. */
export async function sendItems(id: string, file: File, dryRun: boolean): Promise<ItemsReport> {
  const body = new FormData();
  body.append('file', file, file.name);
  const response = await fetch(addressOf(of(id, 'items'), { dryRun }), { method: 'POST', body });
  if (!response.ok) throw await problemOf(response);
  return (await response.json()) as ItemsReport;
}
