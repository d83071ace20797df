import { useQuery } from '@tanstack/react-query';
import { isWorkingDay, workingDaysBetween } from '../../../../domain/calendar.ts';
import { addDays, daysBetween, weekdayOf } from '../../../../domain/civil-date.ts';
import type { Task } from '../../../api/tasks/task.schema.ts';
import { useNames } from '../parts/names.ts';
import { directoryQuery } from '../server/queries.ts';
import { dayOf, daysFrom, dayText, endText, longDayText } from '../time/dates.ts';
import { useSpeaking } from '../words/words.tsx';

/** Why the due day is that day: what started the clock, the days off and made up on the way, the basis, and what is sent when. */
export function WhyThisDay({ task, now }: { readonly task: Task; readonly now: number }) {
  const { words, language } = useSpeaking();
  const { calendar } = useNames();
  const { data: directory } = useQuery(directoryQuery);
  if (task.dueOn === null) return null;
  const { why, due } = words;
  const period = task.period === null ? undefined : directory?.periods[task.period];
  const today = dayOf(now);
  const opened = dayOf(task.openedAt);
  const between = opened < task.dueOn ? daysFrom(addDays(opened, 1), task.dueOn) : [];
  const list = (days: readonly string[]) => days.map((day) => dayText(day, today, language)).join(words.join);
  const off = between.filter((day) => weekdayOf(day) <= 5 && !isWorkingDay(calendar, day));
  const work = between.filter((day) => weekdayOf(day) > 5 && isWorkingDay(calendar, day));
  const basis = task.basis ?? period?.basis ?? '';
  const told = [
    period && why.named(period.name),
    period && why.startsWith(period.start),
    between.length > 0 && why.count(workingDaysBetween(calendar, opened, task.dueOn), daysBetween(opened, task.dueOn)),
    off.length > 0 && why.offDays(list(off)),
    work.length > 0 && why.workDays(list(work)),
    why.dueBy(longDayText(task.dueOn, language)),
  ];
  return (
    <details className="panel why">
      <summary>{words.task.why}</summary>
      <p>{told.filter(Boolean).join(why.gap)}</p>
      {basis && <p>{why.basis(basis, period?.confidence ?? '')}</p>}
      <p>
        {why.clock}
        {words.colon}
        {due.clocks[(task.clock ?? 'internal') as keyof typeof due.clocks] ?? task.clock}
      </p>
      {task.provisional && <p>{why.provisional}</p>}
      {task.alarms.length > 0 && (
        <>
          <h3>{why.reminders}</h3>
          <ul>
            {task.alarms.map(({ id, kind, level, at, firedAt }) => (
              <li key={id}>
                {endText(at, today, language)} {why.kinds[kind]}
                {level ? ` L${level}` : ''}
                {firedAt && ` · ${why.fired}`}
              </li>
            ))}
          </ul>
        </>
      )}
    </details>
  );
}
