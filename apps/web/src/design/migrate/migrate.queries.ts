import { queryOptions } from '@tanstack/react-query';
import type { MigrationList, MigrationReport } from '../../../../api/migrations/migration.schema.ts';
import { call } from '../../server/call.ts';

export const migrationsPath = (key: string, ...parts: readonly string[]): string =>
  ['/definitions', key, 'migrations', ...parts]
    .map((part, at) => (at === 0 ? part : encodeURIComponent(part)))
    .join('/');

export const jobsQuery = (key: string) =>
  queryOptions({
    queryKey: ['design', 'migrations', key],
    queryFn: ({ signal }) => call<MigrationList>(migrationsPath(key), { query: { limit: 20 }, signal }),
  });

/** How far a job is, looked at again while it goes on; with as many of its cases as one has asked for. */
export const reportQuery = (key: string, id: string, status: string | undefined, limit: number) =>
  queryOptions({
    queryKey: ['design', 'migrations', key, id, status, limit],
    queryFn: ({ signal }) => call<MigrationReport>(migrationsPath(key, id), { query: { status, limit }, signal }),
    refetchInterval: ({ state }) => (state.data?.status === 'running' ? 1000 : false),
    placeholderData: (before) => before,
  });
