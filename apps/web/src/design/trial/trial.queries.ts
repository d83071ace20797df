import { queryOptions } from '@tanstack/react-query';
import type { QueryClient } from '@tanstack/react-query';
import type { CaseList } from '../../../../api/cases/case.schema.ts';
import type { TrialList } from '../../../../api/trials/trial.schema.ts';
import { call } from '../../server/call.ts';
import { tasksQuery } from '../../server/queries.ts';

/** All cases of the trial: what other agencies have of their own too. */
export const familyQuery = (family: string) =>
  queryOptions({
    queryKey: ['cases', 'family', family],
    queryFn: ({ signal }) =>
      call<CaseList>('/cases', { query: { family, trial: true, limit: 200, sort: 'openedAt' }, signal }),
  });

/** Open steps of all the reader's trials; the page takes those of its own. */
export const trialTasksQuery = tasksQuery({ trial: true, status: 'open', sort: 'openedAt', limit: 200 });

/** The reader's own trials of a procedure. */
export const trialsQuery = (definitionKey: string) =>
  queryOptions({
    queryKey: ['cases', 'trials', definitionKey],
    queryFn: ({ signal }) => call<TrialList>('/trials', { query: { definitionKey, limit: 50 }, signal }),
  });

/** After an act everything may be different. */
export const refreshTrial = (queries: QueryClient): Promise<void> =>
  queries.invalidateQueries({
    predicate: ({ queryKey }) => ['tasks', 'task', 'case', 'cases'].includes(String(queryKey[0])),
  });
