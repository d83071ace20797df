import { queryOptions } from '@tanstack/react-query';
import { call } from '../server/call.ts';

export interface Notice {
  readonly id: string;
  readonly caseId: string;
  readonly taskId: string | null;
  readonly kind: string;
  readonly level: number | null;
  readonly text: string;
  readonly createdAt: string;
  readonly readAt: string | null;
}

interface NoticeList {
  readonly items: readonly Notice[];
  readonly total: number;
}

export const noticesQuery = (unread: boolean) =>
  queryOptions({
    queryKey: ['notices', { unread }],
    queryFn: ({ signal }) =>
      call<NoticeList>('/notices', { query: { limit: 100, unread: unread ? true : undefined }, signal }),
  });

export const unreadQuery = queryOptions({
  queryKey: ['notices', 'unread'],
  queryFn: async ({ signal }) =>
    (await call<NoticeList>('/notices', { query: { limit: 1, unread: true }, signal })).total,
  refetchInterval: 60_000,
});
