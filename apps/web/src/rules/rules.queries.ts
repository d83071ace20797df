import { queryOptions } from '@tanstack/react-query';
import type { CalendarList } from '../../../api/calendars/calendar.schema.ts';
import type { LadderHistory, LadderList, PeriodHistory, PeriodList } from '../../../api/rules/rule.schema.ts';
import { call } from '../server/call.ts';

export const calendarsQuery = queryOptions({
  queryKey: ['rules', 'calendars'],
  queryFn: ({ signal }) => call<CalendarList>('/calendars', { signal }),
});

export const periodsQuery = queryOptions({
  queryKey: ['rules', 'periods'],
  queryFn: ({ signal }) => call<PeriodList>('/periods', { signal }),
});

export const laddersQuery = queryOptions({
  queryKey: ['rules', 'ladders'],
  queryFn: ({ signal }) => call<LadderList>('/ladders', { signal }),
});

export const periodQuery = (key: string) =>
  queryOptions({
    queryKey: ['rules', 'periods', key],
    queryFn: ({ signal }) => call<PeriodHistory>(`/periods/${encodeURIComponent(key)}`, { signal }),
  });

export const ladderQuery = (key: string) =>
  queryOptions({
    queryKey: ['rules', 'ladders', key],
    queryFn: ({ signal }) => call<LadderHistory>(`/ladders/${encodeURIComponent(key)}`, { signal }),
  });
