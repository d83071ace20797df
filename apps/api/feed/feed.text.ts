import ical, { ICalAlarmType, ICalEventTransparency } from 'ical-generator';
import { addDays, endOfDay } from '../../../domain/civil-date.ts';

/** What a deadline in a calendar is made from. */
export interface FeedTask {
  readonly id: string;
  readonly name: string;
  readonly caseNumber: string;
  readonly caseTitle: string;
  readonly secrecy: string;
  readonly dueOn: string;
  readonly dueAt: number;
  readonly changedAt: number;
}

/** Marks whose content may leave the system for a calendar program; above them number and day are all that is told. */
const told: ReadonlySet<string> = new Set(['public', 'internal']);
/** 15:00 of the day before. */
const beforehand = 9 * 3_600;

/** A person's deadlines as an iCalendar document; `pages` is where the pages are. */
export function feedText(person: string, tasks: readonly FeedTask[], pages: string): string {
  const calendar = ical({
    name: `联动 · ${person}`,
    prodId: { company: 'liandong', product: 'deadlines', language: 'ZH' },
  });
  for (const task of tasks) {
    const wholeDay = task.dueAt === endOfDay(task.dueOn);
    const event = calendar.createEvent({
      id: `${task.id}@liandong`,
      stamp: new Date(task.changedAt),
      start: wholeDay ? midnight(task.dueOn) : new Date(task.dueAt),
      end: wholeDay ? midnight(addDays(task.dueOn, 1)) : new Date(task.dueAt),
      allDay: wholeDay,
      summary: told.has(task.secrecy)
        ? `到期：${task.name} · ${task.caseTitle}（${task.caseNumber}）`
        : `到期：${task.caseNumber}，请登录查看`,
      url: `${pages}tasks/${encodeURIComponent(task.id)}`,
      transparency: ICalEventTransparency.TRANSPARENT,
    });
    event.createAlarm({ type: ICalAlarmType.display, trigger: beforehand });
  }
  return calendar.toString();
}

/** A day without a zone: the library writes the UTC day of an all-day event. */
const midnight = (day: string): Date => new Date(`${day}T00:00:00Z`);
