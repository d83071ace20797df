import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { usePageTitle } from '../frame/page-title.ts';
import { useCatalogue } from '../ledgers/use-catalogue.ts';
import { useNames } from '../parts/names.ts';
import { Reading } from '../parts/reading.tsx';
import { ledgerQuery, meQuery, tasksQuery } from '../server/queries.ts';
import { momentText, today } from '../time/dates.ts';
import { useSpeaking } from '../words/words.tsx';
import { UnitTask } from './unit-task-line.tsx';

const most = 100;

/** 我的事项: what the unit has to do, big, the most urgent first; below it what has been handed in. */
export function UnitHome() {
  const { words, language } = useSpeaking();
  const { unit } = words;
  const names = useNames();
  const catalogue = useCatalogue();
  const { data: me } = useQuery(meQuery);
  const open = useQuery(tasksQuery({ limit: most }));
  const done = useQuery(tasksQuery({ status: 'completed', sort: '-endedAt', brief: true, limit: most }));
  const letters = useQuery(ledgerQuery('letter', { limit: most }));
  usePageTitle(unit.home);
  if (!open.data) return <Reading query={open} />;
  const { items } = open.data;
  const handedIn = done.data?.items ?? [];
  const sent = letters.data?.items ?? [];
  return (
    <>
      <h1>
        {items.length === 0
          ? unit.nothing(names.agency(me?.agency ?? null))
          : unit.todo(names.agency(me?.agency ?? null), items.length)}
      </h1>
      <ol className="unit-tasks">
        {items.map((task) => (
          <UnitTask key={task.id} task={task} />
        ))}
      </ol>
      <p>
        <Link to="/cases/new" className="button">
          {unit.report}
        </Link>
      </p>
      {handedIn.length > 0 && (
        <details className="panel">
          <summary>{unit.handedIn(handedIn.length)}</summary>
          <ul className="unit-done">
            {handedIn.map((task) => (
              <li key={task.id}>
                <Link to="/unit/receipts/$id" params={{ id: task.id }}>
                  {task.name} · {task.caseTitle}
                </Link>
                <div className="second-line">
                  {task.endedAt && unit.handedInOn(momentText(task.endedAt, today(), language))}
                </div>
              </li>
            ))}
          </ul>
        </details>
      )}
      {sent.length > 0 && (
        <details className="panel">
          <summary>{unit.letters(sent.length)}</summary>
          <ul className="unit-done">
            {sent.map((letter) => (
              <li key={`${letter.caseId} ${letter.id}`}>
                {letter.title} · {letter.caseTitle}
                <div className="second-line">{catalogue.statusOf('letter', letter.status)}</div>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
