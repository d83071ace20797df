import { z } from 'zod';
import type { BusinessCalendar, CalendarYear } from '../domain/calendar.ts';
import { isCivilDate } from '../domain/civil-date.ts';
import type { Extension, Ladder, Period, Reminder, Rung } from '../domain/period.ts';

const text = z.string().trim().min(1);
const amount = z.int().min(0);
const clock = z.enum(['internal', 'statutory', 'custody']);
const days = z.array(z.string().refine(isCivilDate, '不是有效日期，应写作 2026-02-17 的形式'));

const extensionSchema = z.strictObject({
  amount: z.int().min(1),
  times: z.int().min(1),
  approver: text,
  note: text.exactOptional(),
}) satisfies z.ZodType<Extension>;

/** One period without its key, which is the name it stands under. */
export const periodSchema = z
  .strictObject({
    name: text,
    kind: z.enum(['deadline', 'limit', 'recurrence', 'share', 'retention']),
    value: amount.nullable(),
    fallback: amount.exactOptional(),
    parts: z.record(text, amount).exactOptional(),
    unit: z.enum(['working-day', 'day', 'month', 'year', 'hour', 'quarter', 'half-year', 'percent']),
    start: text,
    before: z.boolean().exactOptional(),
    roll: z.enum(['none', 'next-working-day']),
    clock,
    extension: extensionSchema.exactOptional(),
    furtherExtensions: z.array(extensionSchema).min(1).exactOptional(),
    basis: text,
    confidence: z.enum(['A', 'B', 'C', 'K', 'D', 'SEED']),
    ladder: text.exactOptional(),
    upTo: z.int().min(1).max(5).exactOptional(),
  })
  .refine(({ value, fallback, parts }) => value !== null || fallback !== undefined || parts !== undefined, {
    path: ['fallback'],
    message: '法定值为空时必须给出 fallback 或者 parts',
  })
  .refine(({ value, fallback }) => value === null || fallback === undefined, {
    path: ['fallback'],
    message: '已有法定值，不能再有默认值',
  })
  .refine((period) => period.clock !== 'custody' || period.roll === 'none', {
    path: ['roll'],
    message: '措施期限不顺延',
  })
  .refine(({ kind, unit }) => (kind === 'share') === (unit === 'percent'), {
    path: ['unit'],
    message: 'percent 只用于 share',
  })
  .refine((period) => !period.before || period.roll === 'none', {
    path: ['roll'],
    message: '倒计期限不顺延',
  }) satisfies z.ZodType<Omit<Period, 'key'>>;

const reminderSchema = z.strictObject({
  before: z.int().min(1),
  unit: z.enum(['day', 'working-day', 'hour', 'half', 'three-quarters']),
}) satisfies z.ZodType<Reminder>;

const rungSchema = z.strictObject({
  level: z.int().min(1).max(5),
  after: amount,
  unit: z.enum(['working-day', 'day', 'hour']),
  action: text,
  tell: z.array(text).min(1),
}) satisfies z.ZodType<Rung>;

/** One ladder without its key. Levels rise and the first falls on the due moment. */
export const ladderSchema = z
  .strictObject({
    name: text,
    reminders: z.array(reminderSchema),
    remind: z.array(text).min(1).exactOptional(),
    rungs: z.array(rungSchema).min(1),
    everyTwoHoursOnLastDay: z.boolean().exactOptional(),
  })
  .refine(({ rungs }) => rungs.every(({ level }, index) => level > (rungs[index - 1]?.level ?? 0)), {
    path: ['rungs'],
    message: '级别必须逐级上升',
  })
  .refine(({ rungs }) => rungs[0]?.level === 1 && rungs[0].after === 0, {
    path: ['rungs', 0],
    message: '第一级必须在到期之时',
  }) satisfies z.ZodType<Omit<Ladder, 'key'>>;

const calendarYearSchema = z
  .strictObject({ source: text, off: days, work: days })
  .refine(({ off, work }) => work.every((date) => !off.includes(date)), {
    path: ['work'],
    message: '同一天不能既放假又上班',
  }) satisfies z.ZodType<CalendarYear>;

/** A calendar as a file or a request has it; a day stands under its own year, or as one of the last of December under the next. */
export const calendarSchema = z
  .strictObject({
    id: text,
    version: z.int().min(1),
    years: z.record(z.string().regex(/^[1-9]\d{3}$/, '年份应为四位数字'), calendarYearSchema),
  })
  .superRefine(({ years }, context) => {
    for (const [year, { off, work }] of Object.entries(years)) {
      for (const date of [...off, ...work]) {
        if (date.startsWith(`${year}-`) || date.startsWith(`${Number(year) - 1}-12-`)) continue;
        context.addIssue({ code: 'custom', path: ['years', year], message: `${date} 不在 ${year} 年` });
      }
    }
  }) satisfies z.ZodType<BusinessCalendar>;
