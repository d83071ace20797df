import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { usePageTitle } from '../frame/page-title.ts';
import { useNames } from '../parts/names.ts';
import { Reading } from '../parts/reading.tsx';
import { documentsQuery, meQuery, taskQuery } from '../server/queries.ts';
import { ActDialogs } from '../task/act-dialogs.tsx';
import { dayOf, longDayText, timeText } from '../time/dates.ts';
import { useSpeaking } from '../words/words.tsx';

const route = getRouteApi('/inside/unit/receipts/$id');

/** 回执: that and when it was received, for the unit's files. */
export function ReceiptPage() {
  const { words, language } = useSpeaking();
  const { unit, act } = words;
  const names = useNames();
  const { id } = route.useParams();
  const query = useQuery(taskQuery(id));
  const { data: me } = useQuery(meQuery);
  const { data: task } = query;
  const { data: documents } = useQuery({ ...documentsQuery(task?.caseId ?? ''), enabled: task !== undefined });
  const [takingBack, setTakingBack] = useState(false);
  usePageTitle(unit.receipt, task?.name);
  if (!task) return <Reading query={query} />;
  const when = task.endedAt
    ? `${longDayText(dayOf(task.endedAt), language)} ${timeText(task.endedAt)}`
    : words.task.statuses[task.status];
  return (
    <section className="panel receipt">
      <h1>{unit.receipt}</h1>
      <p>{unit.received(when)}</p>
      <dl className="facts">
        <dt>{unit.receiptNumber}</dt>
        <dd>{receiptNumberOf(task.caseNumber, task.id)}</dd>
        <dt>{unit.matter}</dt>
        <dd>
          {task.name} · {task.caseTitle}
        </dd>
        <dt>{unit.from}</dt>
        <dd>
          {names.agency(task.agency)} {names.person(task.endedBy)}
        </dd>
        {task.outcome && (
          <>
            <dt>{words.handle.outcome}</dt>
            <dd>{task.outcome}</dd>
          </>
        )}
        {documents && documents.attachments.length > 0 && (
          <>
            <dt>{unit.files}</dt>
            <dd>{documents.attachments.map(({ name }) => name).join(words.join)}</dd>
          </>
        )}
      </dl>
      <div className="row-actions no-print">
        <button type="button" className="button primary" onClick={() => print()}>
          {act.print}
        </button>
        <Link className="button" to="/unit">
          {unit.back}
        </Link>
        {task.status === 'completed' && task.endedBy === me?.username && (
          <button type="button" className="button" onClick={() => setTakingBack(true)}>
            {act.withdraw}
          </button>
        )}
      </div>
      {takingBack && <ActDialogs act="withdraw" tasks={[task]} onClose={() => setTakingBack(false)} />}
    </section>
  );
}

/** The case's number and the step's own within it. */
const receiptNumberOf = (caseNumber: string, taskId: string): string =>
  `${caseNumber}-${taskId.split('.').at(-1)?.replace(/^\D+/, '') ?? ''}`;
