import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { AskedAside } from '../cases/operations/asked-aside.tsx';
import { ProposedCorrection } from '../cases/operations/proposed-correction.tsx';
import { usePageTitle } from '../frame/page-title.ts';
import { Library } from '../look/library.tsx';
import { DueChip } from '../parts/due-chip.tsx';
import { Loading } from '../parts/loading.tsx';
import { ProblemPanel } from '../parts/problem-panel.tsx';
import { SecrecyMark } from '../parts/secrecy-mark.tsx';
import { caseQuery, taskQuery } from '../server/queries.ts';
import { dayOf, dayText } from '../time/dates.ts';
import { useSpeaking } from '../words/words.tsx';
import { Company } from './company.tsx';
import { Facts } from './facts.tsx';
import { Handling } from './handling.tsx';
import { Neighbours } from './neighbours.tsx';
import { WhyThisDay } from './why-this-day.tsx';

const route = getRouteApi('/inside/tasks/$id');

/** 办理: what one needs to decide beside what one fills in. */
export function TaskPage() {
  const { words, language } = useSpeaking();
  const { id } = route.useParams();
  // What is being filled in is not taken from under somebody's hands: that it changed is said, and shown when asked for.
  const task = useQuery({ ...taskQuery(id), refetchOnWindowFocus: false, refetchOnReconnect: false });
  const matter = useQuery({ ...caseQuery(task.data?.caseId ?? ''), enabled: task.data !== undefined });
  usePageTitle(task.data ? words.handle.title(task.data.name) : words.act.handle, task.data?.caseNumber);
  const error = task.error ?? matter.error;
  if (error && !matter.data)
    return <ProblemPanel error={error} onRetry={() => void Promise.all([task.refetch(), matter.refetch()])} />;
  if (!task.data || !matter.data) return <Loading rows={10} />;
  const now = new Date(matter.data.now).getTime();
  const open = task.data.status === 'open' || task.data.status === 'suspended';
  return (
    <Library>
      <div className="page-head">
        <Neighbours id={id} />
        <h1>
          {task.data.name} ·{' '}
          <Link to="/cases/$id/$tab" params={{ id: task.data.caseId, tab: 'overview' }}>
            {task.data.caseTitle}
          </Link>
        </h1>
        <span className="nowrap">{task.data.caseNumber}</span>
        <SecrecyMark level={matter.data.secrecy} />
        {task.data.status !== 'completed' && <DueChip task={task.data} now={now} />}
        {task.data.dueOn && <span className="nowrap">{dayText(task.data.dueOn, dayOf(now), language)}</span>}
      </div>
      {task.data.actingFor && <p className="bar">{words.company.actingFor(task.data.actingFor.name)}</p>}
      {open && <Company task={task.data} onChanged={() => void Promise.all([task.refetch(), matter.refetch()])} />}
      {task.data.dueOn && <WhyThisDay task={task.data} now={now} />}
      <div className="two facts-first">
        <Facts task={task.data} matter={matter.data} />
        <div className="column">
          <AskedAside task={task.data} />
          <ProposedCorrection task={task.data} matter={matter.data} />
          <Handling key={id} task={task.data} matter={matter.data} />
        </div>
      </div>
    </Library>
  );
}
