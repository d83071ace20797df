import { useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { addDays, addMonths, weekdayOf } from '../../../../domain/civil-date.ts';
import type { CivilDate } from '../../../../domain/time.ts';
import { longDayText } from '../time/dates.ts';
import '../look/calendar.css';
import { useWhatIfWords } from '../what-if/what-if-words.ts';

export type DayState = 'off' | 'work' | 'usual' | 'weekend';

interface YearGridProps {
  readonly year: number;
  readonly stateOf: (date: CivilDate) => DayState;
  readonly isChanged: (date: CivilDate) => boolean;
  readonly onToggle: (date: CivilDate) => void;
}

/** Twelve months; days off and make-up days as words; one day has the focus, arrows move it. */
export function YearGrid({ year, stateOf, isChanged, onToggle }: YearGridProps) {
  const { whatIf, language } = useWhatIfWords();
  const { calendar: said } = whatIf;
  const [current, setCurrent] = useState<CivilDate>(`${year}-01-01`);
  const grid = useRef<HTMLDivElement>(null);
  const here = current.startsWith(`${year}-`) ? current : `${year}-01-01`;
  function move(event: KeyboardEvent) {
    const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 7, ArrowUp: -7 }[event.key];
    const months = { PageDown: 1, PageUp: -1 }[event.key];
    const to = step ? addDays(here, step) : months ? addMonths(here, months) : null;
    if (to === null) return;
    event.preventDefault();
    if (!to.startsWith(`${year}-`)) return;
    setCurrent(to);
    grid.current?.querySelector<HTMLElement>(`[data-day="${to}"]`)?.focus();
  }
  return (
    <div ref={grid} className="year-grid" role="group" aria-label={said.grid(year)} onKeyDown={move}>
      {Array.from({ length: 12 }, (_, at) => at + 1).map((month) => (
        <table key={month} className="month" aria-label={said.month(month)}>
          <caption>{said.month(month)}</caption>
          <thead>
            <tr>
              {said.weekdays.map((one) => (
                <th key={one} scope="col">
                  {one}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {weeksOf(year, month).map((week) => (
              <tr key={week.find((date) => date !== null)}>
                {week.map((date, at) => {
                  if (date === null) return <td key={at} />;
                  const state = stateOf(date);
                  const changed = isChanged(date);
                  return (
                    <td key={date}>
                      <button
                        type="button"
                        className={`day ${state}${changed ? ' changed' : ''}`}
                        data-day={date}
                        tabIndex={date === here ? 0 : -1}
                        onFocus={() => setCurrent(date)}
                        onClick={() => onToggle(date)}
                      >
                        {Number(date.slice(8))}
                        <small>{state === 'off' ? said.off : state === 'work' ? said.work : ''}</small>
                        <span className="hidden">
                          {said.dayLabel(longDayText(date, language), said[state], changed)}
                        </span>
                      </button>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </div>
  );
}

/** The days of a month by week, Monday first. */
function weeksOf(year: number, month: number): readonly (readonly (CivilDate | null)[])[] {
  const first: CivilDate = `${year}-${String(month).padStart(2, '0')}-01`;
  const cells: (CivilDate | null)[] = Array.from({ length: weekdayOf(first) - 1 }, () => null);
  for (let date = first; date.slice(0, 7) === first.slice(0, 7); date = addDays(date, 1)) cells.push(date);
  while (cells.length % 7 !== 0) cells.push(null);
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
}
