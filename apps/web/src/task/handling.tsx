import { useQuery } from '@tanstack/react-query';
import type { Case } from '../../../api/cases/case.schema.ts';
import type { Task } from '../../../api/tasks/task.schema.ts';
import type { Draft } from '../../../api/drafts/draft.schema.ts';
import { Loading } from '../parts/loading.tsx';
import { useNames } from '../parts/names.ts';
import { ProblemPanel } from '../parts/problem-panel.tsx';
import { call } from '../server/call.ts';
import { formQuery, meQuery } from '../server/queries.ts';
import { useWords } from '../words/words.tsx';
import { HandleForm } from './handle-form.tsx';
import { noForm } from './form-schema.ts';
import { LeftDraft } from './left-draft.tsx';
import { latestDraft } from './local-draft.ts';
import { rightsOn } from './may-act.ts';
import { useOutcomeWord } from './use-outcome-word.ts';
import { useRecordLists } from './use-record-lists.ts';
import { TaskActs } from './task-acts.tsx';

interface HandlingProps {
  readonly task: Task;
  readonly matter: Case;
}

/** The form for who may act, a sentence for who may not. */
export function Handling({ task, matter }: HandlingProps) {
  const { data: me } = useQuery(meQuery);
  if (!me) return null;
  const rights = rightsOn(task, matter, me);
  if (!rights.act || task.status === 'suspended') return <ReadOnly task={task} rights={rights} />;
  return <Filling task={task} matter={matter} own={rights.own} user={me.username} />;
}

function Filling({ task, matter, own, user }: HandlingProps & { readonly own: boolean; readonly user: string }) {
  const form = useQuery({ ...formQuery(task.form ?? '', task.formVersion), enabled: task.form !== null });
  const draft = useQuery({
    queryKey: ['draft', task.id],
    queryFn: () => call<Draft>(`/tasks/${encodeURIComponent(task.id)}/draft`),
    gcTime: 0,
    staleTime: Infinity,
    refetchOnWindowFocus: false,
  });
  const error = form.error ?? draft.error;
  const schema = task.form === null ? noForm : form.data;
  const records = useRecordLists(schema, task.caseId);
  if (error) return <ProblemPanel error={error} onRetry={() => void Promise.all([form.refetch(), draft.refetch()])} />;
  if (!schema || !draft.data || !records) return <Loading />;
  const latest = latestDraft(user, task.id, draft.data);
  return (
    <HandleForm task={task} matter={matter} schema={schema} draft={latest} records={records} own={own} user={user} />
  );
}

function ReadOnly({ task, rights }: { readonly task: Task; readonly rights: ReturnType<typeof rightsOn> }) {
  const { handle, task: words, due } = useWords();
  const wordOf = useOutcomeWord(task.kind);
  const names = useNames();
  const sentence =
    task.status === 'completed'
      ? `${handle.ended} ${task.outcome === null ? '' : wordOf(task.outcome)} ${task.endedBy ? names.person(task.endedBy) : ''}`
      : task.status === 'cancelled'
        ? handle.cancelled
        : task.status === 'suspended'
          ? `‖ ${due.suspended}`
          : task.assignee
            ? handle.readOnly(names.person(task.assignee))
            : handle.readOnlyGroup;
  return (
    <section className="readonly" aria-label={words.status}>
      <p>{sentence}</p>
      <TaskActs task={task} rights={rights} />
      <LeftDraft task={task} />
    </section>
  );
}
