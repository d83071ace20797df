import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { Draft } from '../../../api/drafts/draft.schema.ts';
import { usePageTitle } from '../frame/page-title.ts';
import { Library } from '../look/library.tsx';
import { DueChip } from '../parts/due-chip.tsx';
import { Reading } from '../parts/reading.tsx';
import { call } from '../server/call.ts';
import { caseQuery, formQuery, meQuery, taskQuery } from '../server/queries.ts';
import { noForm } from '../task/form-schema.ts';
import { latestDraft } from '../task/local-draft.ts';
import { useRecordLists } from '../task/use-record-lists.ts';
import { dayText, today } from '../time/dates.ts';
import { useSpeaking } from '../words/words.tsx';
import { UnitFilling } from './unit-filling.tsx';
import { UnitGiven } from './unit-given.tsx';

const route = getRouteApi('/inside/unit/tasks/$id');

/** One thing that the unit has to do, a screen at a time. */
export function UnitTaskPage() {
  const { words, language } = useSpeaking();
  const { unit } = words;
  const { id } = route.useParams();
  const { data: me } = useQuery(meQuery);
  const task = useQuery({ ...taskQuery(id), refetchOnWindowFocus: false, refetchOnReconnect: false });
  const matter = useQuery({ ...caseQuery(task.data?.caseId ?? ''), enabled: task.data !== undefined });
  const form = useQuery({
    ...formQuery(task.data?.form ?? '', task.data?.formVersion),
    enabled: Boolean(task.data?.form),
  });
  const draft = useQuery({
    queryKey: ['draft', id],
    queryFn: () => call<Draft>(`/tasks/${encodeURIComponent(id)}/draft`),
    enabled: task.data?.status === 'open',
    gcTime: 0,
    staleTime: Infinity,
    refetchOnWindowFocus: false,
  });
  const schema = task.data?.form === null ? noForm : form.data;
  const records = useRecordLists(schema, task.data?.caseId);
  usePageTitle(task.data?.name, unit.home);
  if (!task.data || !me) return <Reading query={task} />;
  if (task.data.status !== 'open')
    return (
      <section className="message">
        <h1>{task.data.name}</h1>
        <p>{words.task.statuses[task.data.status]}</p>
        <p>
          <Link to="/unit">{unit.back}</Link>
        </p>
      </section>
    );
  if (!matter.data || !schema || !draft.data || !records)
    return <Reading query={[matter, form, draft].find(({ error }) => error) ?? draft} />;
  return (
    <Library>
      <p className="no-print">
        <Link to="/unit">‹ {unit.back}</Link>
      </p>
      <h1>{task.data.name}</h1>
      <p>
        {task.data.caseTitle} <span className="nowrap quiet">{task.data.caseNumber}</span>
        {task.data.dueOn && (
          <>
            {' · '}
            {unit.until(dayText(task.data.dueOn, today(), language))}{' '}
            <DueChip task={{ ...task.data, level: 0 }} now={Date.now()} />
          </>
        )}
      </p>
      {task.data.basis && (
        <details>
          <summary>{words.task.basis}</summary>
          <p>{task.data.basis}</p>
        </details>
      )}
      <UnitGiven task={task.data} schema={schema} />
      <UnitFilling
        key={id}
        task={task.data}
        matter={matter.data}
        schema={schema}
        records={records}
        draft={latestDraft(me.username, id, draft.data)}
        user={me.username}
      />
    </Library>
  );
}
