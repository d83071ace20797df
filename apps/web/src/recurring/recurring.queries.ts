import { queryOptions } from '@tanstack/react-query';
import type {
  Opened,
  Opening,
  Openings,
  Procedure,
  Procedures,
  Shipped,
} from '../../../api/recurring/recurring.schema.ts';
import { call } from '../server/call.ts';

const of = (id: string, ...what: readonly string[]) => `/recurring/${[id, ...what].map(encodeURIComponent).join('/')}`;

export const recurringQuery = queryOptions({
  queryKey: ['recurring'],
  queryFn: ({ signal }) => call<Procedures>('/recurring', { signal }),
});

export const shippedQuery = queryOptions({
  queryKey: ['recurring', 'shipped'],
  queryFn: ({ signal }) => call<Shipped>('/recurring/shipped', { signal }),
});

export const procedureQuery = (id: string) =>
  queryOptions({ queryKey: ['recurring', id], queryFn: ({ signal }) => call<Procedure>(of(id), { signal }) });

export const openingsQuery = (id: string) =>
  queryOptions({
    queryKey: ['recurring', id, 'openings'],
    async queryFn({ signal }) {
      const all: Opening[] = [];
      for (let cursor: string | null | undefined; cursor !== null;) {
        const page: Openings = await call(of(id, 'openings'), { query: { limit: 200, cursor }, signal });
        all.push(...page.items);
        cursor = page.nextCursor;
      }
      return all;
    },
  });

export type ProcedureAct = 'pause' | 'resume' | 'end';

export const doToProcedure = (id: string, act: ProcedureAct, body: object, key: string): Promise<unknown> =>
  call(of(id, act), { method: 'POST', body, key });

export const takeOver = (body: object, key: string): Promise<Procedure> =>
  call('/recurring', { method: 'POST', body, key });

/** What a new one would do. */
export const createTried = (body: object): Promise<Procedure> =>
  call('/recurring', { method: 'POST', body, query: { preview: true } });

export const changeProcedure = (id: string, body: object, key: string): Promise<Procedure> =>
  call(of(id), { method: 'PATCH', body, key });

/** What a change, or an opening by hand, would do. */
export const changeTried = (id: string, body: object): Promise<Procedure> =>
  call(of(id), { method: 'PATCH', body, query: { preview: true } });

export const openNow = (id: string, period: string, { preview, key }: { preview: boolean; key?: string }) =>
  call<Opened>(of(id, 'open'), { method: 'POST', body: { period }, query: { preview }, ...(key ? { key } : {}) });
