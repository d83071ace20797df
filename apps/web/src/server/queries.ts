import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { User } from '../../../api/auth/auth.schema.ts';
import type { CasePeople } from '../../../api/case-people/people.controller.ts';
import type { CaseJournal, VerifiedJournal } from '../../../api/case-trail/trail.schema.ts';
import type { Case } from '../../../api/cases/case.schema.ts';
import type { Definition, DefinitionList } from '../../../api/definitions/definition.schema.ts';
import type { PublishedPicture } from '../../../api/design/document.schema.ts';
import type { Directory, Fields } from '../../../api/directory/directory.schema.ts';
import type { Diagram, Documents, Timeline } from '../../../api/history/history.schema.ts';
import type { Intake, IntakeList } from '../../../api/intake/intake.schema.ts';
import type { Ledger, LedgerRecord } from '../../../api/ledgers/ledger.schema.ts';
import type { Preferences } from '../../../api/preferences/preference.controller.ts';
import type { Task, TaskCounts, TaskList } from '../../../api/tasks/task.schema.ts';
import type { ViewList } from '../../../api/views/view.schema.ts';
import type { Mechanism, MechanismList } from '../../../api/mechanisms/mechanism.schema.ts';
import type { FormSchema } from '../task/form-schema.ts';
import { call } from './call.ts';

type Query = Readonly<Record<string, string | number | boolean | undefined>>;
const path = (...parts: readonly string[]) => parts.map((part) => `/${encodeURIComponent(part)}`).join('');
const hour = 3_600_000;

/** Every question to the server under its key. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }) => call<User>('/me', { signal }),
  staleTime: hour,
});

export const directoryQuery = queryOptions({
  queryKey: ['directory'],
  queryFn: ({ signal }) => call<Directory>('/directory', { signal }),
  staleTime: hour,
});

export const tasksQuery = (query: Query) =>
  queryOptions({
    queryKey: ['tasks', query],
    queryFn: ({ signal }) => call<TaskList>('/tasks', { query, signal }),
    refetchOnWindowFocus: false,
  });

export const countsQuery = queryOptions({
  queryKey: ['counts'],
  queryFn: ({ signal }) => call<TaskCounts>('/tasks/counts', { signal }),
});

export const preferencesQuery = queryOptions({
  queryKey: ['preferences'],
  queryFn: ({ signal }) => call<Preferences>('/me/preferences', { signal }),
  staleTime: hour,
});

export const viewsQuery = (page: 'work' | 'cases') =>
  queryOptions({
    queryKey: ['views', page],
    queryFn: ({ signal }) => call<ViewList>('/views', { query: { page }, signal }),
    staleTime: 60_000,
  });

export const taskQuery = (id: string) =>
  queryOptions({ queryKey: ['task', id], queryFn: ({ signal }) => call<Task>(`/tasks${path(id)}`, { signal }) });

/** A form in one version, the newest where none is named. */
export const formQuery = (key: string, version: number | null = null) =>
  queryOptions({
    queryKey: ['form', key, version],
    queryFn: ({ signal }) =>
      call<FormSchema>(version === null ? `/forms${path(key)}` : `/forms${path(key)}/versions/${version}`, { signal }),
    staleTime: hour,
  });

export const caseQuery = (id: string) =>
  queryOptions({ queryKey: ['case', id], queryFn: ({ signal }) => call<Case>(`/cases${path(id)}`, { signal }) });

const ofCase = <Answer>(id: string, what: string, query: Query = {}) =>
  queryOptions({
    queryKey: ['case', id, what],
    queryFn: ({ signal }) => call<Answer>(`/cases${path(id, what)}`, { query, signal }),
  });

export const timelineQuery = (id: string) => ofCase<Timeline>(id, 'timeline', { limit: 1000 });
export const diagramQuery = (id: string) => ofCase<Diagram>(id, 'diagram');
/** What the case's data is called on its own forms. */
export const fieldsQuery = (id: string) => ofCase<Fields>(id, 'fields');
export const documentsQuery = (id: string) => ofCase<Documents>(id, 'documents');
export const casePeopleQuery = (id: string) => ofCase<CasePeople>(id, 'people');

export const journalQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: ['case', id, 'journal'],
    queryFn: ({ pageParam, signal }) =>
      call<CaseJournal>(`/cases${path(id, 'journal')}`, {
        query: { limit: 100, cursor: pageParam ?? undefined },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });

export const verifiedJournalQuery = (id: string) =>
  queryOptions({
    queryKey: ['case', id, 'journal', 'verification'],
    queryFn: ({ signal }) => call<VerifiedJournal>(`/cases${path(id, 'journal', 'verification')}`, { signal }),
  });

export const definitionsQuery = queryOptions({
  queryKey: ['definitions'],
  queryFn: ({ signal }) => call<DefinitionList>('/definitions', { signal }),
  staleTime: 60_000,
});

export const definitionQuery = (key: string) =>
  queryOptions({
    queryKey: ['definition', key],
    queryFn: ({ signal }) => call<Definition>(`/definitions${path(key)}`, { signal }),
    staleTime: 60_000,
  });

/** A published procedure as a picture: the version that rules where none is named. */
export const pictureQuery = (key: string, version: number | null) =>
  queryOptions({
    queryKey: ['definition', key, 'picture', version],
    queryFn: ({ signal }) =>
      call<PublishedPicture>(
        version === null ? `/definitions${path(key)}/diagram` : `/definitions${path(key)}/versions/${version}/diagram`,
        { signal },
      ),
    staleTime: version === null ? 60_000 : hour,
  });

export const intakesQuery = queryOptions({
  queryKey: ['intakes'],
  queryFn: ({ signal }) => call<IntakeList>('/intakes', { query: { limit: 20 }, signal }),
});

/** Asked again as long as cases are being opened. */
export const intakeQuery = (id: string) =>
  queryOptions({
    queryKey: ['intakes', id],
    queryFn: ({ signal }) => call<Intake>(`/intakes${path(id)}`, { signal }),
    refetchInterval: ({ state }) => (state.data?.settled ? false : 1_000),
  });

export const ledgerQuery = (kind: string, query: Query = {}) =>
  queryOptions({
    queryKey: ['ledger', kind, query],
    queryFn: ({ signal }) => call<Ledger>(`/ledgers${path(kind)}`, { query, signal }),
  });

/** Every record, however many pages that takes: where one acts on all of them, or puts them on paper, none is left out. */
export const wholeLedgerQuery = (kind: string, narrowed: Query) =>
  queryOptions({
    queryKey: ['ledger', kind, 'whole', narrowed],
    async queryFn({ signal }) {
      const records: LedgerRecord[] = [];
      let cursor: string | undefined;
      do {
        const query = { ...narrowed, limit: 200, cursor };
        const page = await call<Ledger>(`/ledgers${path(kind)}`, { query, signal });
        records.push(...page.items);
        cursor = page.nextCursor ?? undefined;
      } while (cursor !== undefined);
      return records;
    },
  });

export const mechanismsQuery = queryOptions({
  queryKey: ['mechanisms'],
  queryFn: ({ signal }) => call<MechanismList>('/mechanisms', { signal }),
});

export const mechanismQuery = (key: string) =>
  queryOptions({
    queryKey: ['mechanisms', key],
    queryFn: ({ signal }) => call<Mechanism>(`/mechanisms${path(key)}`, { signal }),
  });
