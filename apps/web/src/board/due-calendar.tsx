import { addDays, weekdayOf } from '../../../../domain/civil-date.ts';
import { isWorkingDay } from '../../../../domain/calendar.ts';
import type { CivilDate } from '../../../../domain/time.ts';
import type { Summary } from '../../../api/dashboard/dashboard.schema.ts';
import { useNames } from '../parts/names.ts';
import { dayOf, dayText, daysFrom } from '../time/dates.ts';
import { useSpeaking } from '../words/words.tsx';
import { NumberLink } from './number-link.tsx';

interface DueCalendarProps {
  readonly ahead: Summary['ahead'];
  readonly at: string;
}

const stepsDueOn = (day: CivilDate) => ({ status: 'open', dueFrom: day, dueTo: day }) as const;

/** Whole weeks from the one of the first day on. */
function weeksOf(first: CivilDate, last: CivilDate): readonly (readonly CivilDate[])[] {
  const monday = addDays(first, 1 - weekdayOf(first));
  const sunday = addDays(last, 7 - weekdayOf(last));
  const days = daysFrom(monday, sunday);
  return Array.from({ length: days.length / 7 }, (_, week) => days.slice(week * 7, week * 7 + 7));
}

/** What falls due in the next thirty days, day by day; days off and made-up working days as words. */
export function DueCalendar({ ahead, at }: DueCalendarProps) {
  const { board } = useSpeaking().words;
  const { calendar } = useNames();
  const first = dayOf(at);
  const last = addDays(first, 30);
  const counts = new Map(ahead.map(({ dueOn, count }) => [dueOn, count]));
  const most = Math.max(1, ...counts.values());
  return (
    <table className="due-calendar" aria-label={board.ahead}>
      <thead>
        <tr>
          {board.weekdays.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(first, last).map((week) => (
          <tr key={week[0]}>
            {week.map((day) => {
              const shown = day >= first && day <= last;
              const count = counts.get(day) ?? 0;
              const weekend = weekdayOf(day) > 5;
              const works = isWorkingDay(calendar, day);
              return (
                <td
                  key={day}
                  className={shown ? `load-${count === 0 ? 0 : Math.ceil((3 * count) / most)}` : 'outside'}
                  aria-current={day === first ? 'date' : undefined}
                >
                  {shown && (
                    <>
                      <span className="day">
                        {board.dayOfMonth(Number(day.slice(5, 7)), Number(day.slice(8)))}{' '}
                        {works === weekend && <b>{works ? board.madeUp : board.off}</b>}
                      </span>
                      {count > 0 && (
                        <span className="load">
                          <NumberLink count={count} rows={stepsDueOn(day)} label={board.due} />
                        </span>
                      )}
                    </>
                  )}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The same as a list of the days on which something falls due. */
export function DueDays({ ahead, at }: DueCalendarProps) {
  const { words, language } = useSpeaking();
  const { board } = words;
  const { calendar } = useNames();
  return (
    <table className="plain-table">
      <thead>
        <tr>
          <th scope="col">{board.day}</th>
          <th scope="col" className="number">
            {board.count}
          </th>
        </tr>
      </thead>
      <tbody>
        {ahead.map(({ dueOn, count }) => (
          <tr key={dueOn}>
            <th scope="row">
              {dayText(dueOn, dayOf(at), language)} {!isWorkingDay(calendar, dueOn) && board.off}
            </th>
            <td className="number">
              <NumberLink count={count} rows={stepsDueOn(dueOn)} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
