import { addDays, civilDateOf, isCivilDate, weekdayOf } from '../../../../domain/civil-date.ts';
import type { CivilDate } from '../../../../domain/time.ts';
import type { Language } from '../words/words.tsx';

const weekdays = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'];
const english = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const partsOf = (date: CivilDate) => date.split('-').map(Number) as [number, number, number];

/** 9月18日(周五); another year 2027年1月4日: as lists have it. */
export function dayText(date: CivilDate, today: CivilDate, language: Language): string {
  const [year, month, day] = partsOf(date);
  const weekday = weekdayOf(date) - 1;
  const same = date.slice(0, 4) === today.slice(0, 4);
  if (language === 'en') {
    const short = `${day} ${months[month - 1]}`;
    return same ? `${short} (${english[weekday]})` : `${short} ${year}`;
  }
  return same ? `${month}月${day}日(${weekdays[weekday]})` : `${year}年${month}月${day}日`;
}

/** 2026年9月18日: as documents have it. */
export function longDayText(date: CivilDate, language: Language): string {
  const [year, month, day] = partsOf(date);
  return language === 'en' ? `${day} ${months[month - 1]} ${year}` : `${year}年${month}月${day}日`;
}

/** 14:05 in China, whatever the machine's zone. */
export function timeText(instant: string | number): string {
  return new Date(instant).toLocaleTimeString('en-GB', {
    timeZone: 'Asia/Shanghai',
    hour: '2-digit',
    minute: '2-digit',
  });
}

/** 9月18日(周五) 14:05 */
export function momentText(instant: string | number, today: CivilDate, language: Language): string {
  return `${dayText(dayOf(instant), today, language)} ${timeText(instant)}`;
}

/** The same for what ends or rings at the end of a day: 12月23日 24:00, not 12月24日 00:00. */
export function endText(instant: string, from: CivilDate, language: Language): string {
  const time = timeText(instant);
  if (time !== '00:00') return momentText(instant, from, language);
  return `${dayText(addDays(dayOf(instant), -1), from, language)} 24:00`;
}

/** The day in China of an instant of the API. */
export const dayOf = (instant: string | number): CivilDate => civilDateOf(new Date(instant).getTime());

export const today = (): CivilDate => civilDateOf(Date.now());

/** Every day from one to another, both included. */
export function daysFrom(first: CivilDate, last: CivilDate): CivilDate[] {
  const days: CivilDate[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day);
  return days;
}

/** A date as officials type it (2026-3-5, 2026年3月5日, 2026/3/5, 20260305), as the API has it; null when it is none. */
export function typedDay(text: string): CivilDate | null {
  const trimmed = text.trim();
  const match = /^(\d{4})[年./-](\d{1,2})[月./-](\d{1,2})日?$/.exec(trimmed) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(trimmed);
  if (!match) return null;
  const [year = '', month = '', day = ''] = match.slice(1);
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isCivilDate(date) ? date : null;
}
