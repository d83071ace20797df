import { addDays, isCivilDate } from '../../../../domain/civil-date.ts';
import type { CivilDate } from '../../../../domain/time.ts';

export interface NoticedDays {
  readonly off: readonly CivilDate[];
  readonly work: readonly CivilDate[];
}

const day = String.raw`(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日(?:（[^）]*）|\([^)]*\))?`;
const span = new RegExp(`${day}(?:\\s*(?:至|到|—|-|~|～)\\s*${day})?`, 'g');

/**
 * Reads a notice of the State Council's office as it is worded: "10月1日（周四）至7日（周三）放假调休，共7天。9月27日
 * （周日）、10月10日（周六）上班。" A day without a month has the one before it; December in front of a January belongs
 * to the year before.
 */
export function daysInNotice(text: string, year: number): NoticedDays {
  const off = new Set<CivilDate>();
  const work = new Set<CivilDate>();
  for (const sentence of text.split(/[。；;\n]/)) {
    const into = /上班/.test(sentence) ? work : /放假|休息/.test(sentence) ? off : null;
    if (into) for (const date of datesIn(sentence, year)) into.add(date);
  }
  return { off: [...off].filter((date) => !work.has(date)).toSorted(), work: [...work].toSorted() };
}

function datesIn(sentence: string, year: number): readonly CivilDate[] {
  const dates: CivilDate[] = [];
  let month = 0;
  let stated = '';
  for (const [, firstYear, firstMonth, first, lastYear, lastMonth, last] of sentence.matchAll(span)) {
    month = Number(firstMonth ?? month);
    stated = firstYear ?? stated;
    // New Year's holiday may begin in the last days of December.
    const isBefore = !stated && month === 12 && /(^|[^\d])1月/.test(sentence);
    const from = dateOf(Number(stated || (isBefore ? year - 1 : year)), month, Number(first));
    if (last !== undefined) month = Number(lastMonth ?? month);
    if (lastYear) stated = lastYear;
    const to = last === undefined ? from : dateOf(Number(stated || year), month, Number(last));
    if (from === null || to === null) continue;
    for (let date = from; date <= to && dates.length < 400; date = addDays(date, 1)) dates.push(date);
  }
  return dates;
}

function dateOf(year: number, month: number, dayOfMonth: number): CivilDate | null {
  const text = `${year}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`;
  return isCivilDate(text) ? text : null;
}
