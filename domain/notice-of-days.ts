import type { CalendarYear } from './calendar.ts';
import { addDays, isCivilDate, weekdayOf } from './civil-date.ts';
import type { CivilDate } from './time.ts';

/** What a notice of the State Council says of a year, and what in it does not add up. */
export interface ReadNotice {
  readonly year: string | null;
  readonly days: CalendarYear;
  readonly doubts: readonly NoticeDoubt[];
}

interface NoticeDoubt {
  readonly kind: 'no-year' | 'no-days' | 'no-such-day' | 'weekday' | 'count' | 'works-anyway' | 'unread';
  /** The words of the notice. */
  readonly text: string;
}

interface Span {
  readonly first: CivilDate;
  readonly last: CivilDate;
}

const token =
  /(?:(?<year>\d{4})年)?(?:(?<month>\d{1,2})月)?(?<day>\d{1,2})日(?:[（(](?<about>[^）)]*)[）)])?|(?<to>[至到—~～-])|(?<verb>放假|补休|休息|上班)|共(?<count>\d{1,2})天/g;
const weekdays = '一二三四五六日';

/**
 * Reads the text of 「国务院办公厅关于…年部分节假日安排的通知」: which weekdays are off, which weekend days are worked.
 * Weekdays in brackets and 共n天 are checked against the dates; weekends inside a holiday are off without being named.
 * December before a January is the year's before. `assumed` is the year of a text that names none.
 */
export function readNotice(text: string, assumed: string | null = null): ReadNotice {
  const year = /(\d{4})年部分节假日/.exec(text)?.[1] ?? /(\d{4})年/.exec(text)?.[1] ?? assumed;
  const doubts: NoticeDoubt[] = year === null ? [{ kind: 'no-year', text: '' }] : [];
  const off = new Set<CivilDate>();
  const work = new Set<CivilDate>();
  for (const sentence of sentencesOf(text)) {
    const read = readSentence(sentence, year ?? '', doubts);
    for (const span of read.off) for (const day of daysOf(span)) if (weekdayOf(day) <= 5) off.add(day);
    for (const span of read.work) {
      for (const day of daysOf(span)) {
        if (weekdayOf(day) > 5) work.add(day);
        else doubts.push({ kind: 'works-anyway', text: sentence });
      }
    }
  }
  if (off.size + work.size === 0) doubts.push({ kind: 'no-days', text: '' });
  const source = /国务院办公厅关于\s*\d{4}年部分节假日安排的通知/.exec(text)?.[0] ?? '';
  return { year, days: { off: [...off].toSorted(), work: [...work].toSorted(), source }, doubts };
}

const sentencesOf = (text: string): string[] =>
  text
    .split(/[。；;\n]/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => /\d日/.test(sentence) && /放假|补休|休息|上班/.test(sentence));

function readSentence(sentence: string, year: string, doubts: NoticeDoubt[]) {
  const off: Span[] = [];
  const work: Span[] = [];
  let waiting: Span[] = [];
  let month = '';
  let ranging = false;
  let last: Span[] = [];
  for (const { groups = {} } of sentence.matchAll(token)) {
    const { day, about, to, verb, count } = groups;
    if (day) {
      month = groups['month'] ?? month;
      const before = month === '12' && /(?:^|\D)1月/.test(sentence);
      const of = groups['year'] ?? (before ? String(Number(year) - 1) : year);
      const date = `${of}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
      if (!isCivilDate(date)) doubts.push({ kind: 'no-such-day', text: sentence });
      else {
        checkWeekday(date, about, { sentence, doubts });
        const begun = ranging ? waiting.pop() : undefined;
        waiting.push({ first: begun?.first ?? date, last: date });
      }
    }
    ranging = to !== undefined;
    if (verb) {
      (verb === '上班' ? work : off).push(...waiting);
      last = waiting;
      waiting = [];
    }
    if (count && lengthOf(last) !== Number(count)) doubts.push({ kind: 'count', text: sentence });
  }
  if (waiting.length > 0) doubts.push({ kind: 'unread', text: sentence });
  return { off, work };
}

function checkWeekday(
  date: CivilDate,
  about: string | undefined,
  { sentence, doubts }: { readonly sentence: string; readonly doubts: NoticeDoubt[] },
): void {
  const named = /(?:周|星期)([一二三四五六日天])/.exec(about ?? '')?.[1]?.replace('天', '日');
  if (named && weekdays[weekdayOf(date) - 1] !== named) doubts.push({ kind: 'weekday', text: sentence });
}

function daysOf({ first, last }: Span): CivilDate[] {
  const days: CivilDate[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day);
  return days;
}

const lengthOf = (spans: readonly Span[]): number => spans.reduce((sum, span) => sum + daysOf(span).length, 0);
