import { queryOptions } from '@tanstack/react-query';
import type { StalledList, Steps, Summary } from '../../../api/dashboard/dashboard.schema.ts';
import { call } from '../server/call.ts';

export const stalledQuery = (reason: string | undefined) =>
  queryOptions({
    queryKey: ['dashboard', 'stalled', reason ?? null],
    queryFn: ({ signal }) => call<StalledList>('/dashboard/stalled', { query: { reason, limit: 100 }, signal }),
  });

export const summaryQuery = queryOptions({
  queryKey: ['dashboard', 'summary'],
  queryFn: ({ signal }) => call<Summary>('/dashboard/summary', { signal }),
});

export const stepsQuery = queryOptions({
  queryKey: ['dashboard', 'steps'],
  queryFn: ({ signal }) => call<Steps>('/dashboard/steps', { signal }),
});
