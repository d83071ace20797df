import { z } from 'zod';
import { calendarSchema as storedSchema } from '../../../definitions/schema.ts';
import { reasonSchema } from '../json.schema.ts';
import { flag } from '../lists/list.schema.ts';
import { whatIfPage, whatIfSchema } from '../what-if/what-if.schema.ts';

/** A notice for one or more years; years that it does not name stay as they are. */
export const noticeOfDaysSchema = z
  .strictObject({
    agency: z.string().min(1).max(64).default('default'),
    years: z.record(z.string(), z.unknown()),
    reason: reasonSchema,
    ...whatIfPage,
  })
  .transform(({ agency, years, show, limit, cursor }, context) => {
    const read = storedSchema.safeParse({ id: agency, version: 1, years });
    if (read.success) return { agency, years: read.data.years, show, limit, cursor };
    for (const { message, path } of read.error.issues) context.addIssue({ code: 'custom', message, path: [...path] });
    return z.NEVER;
  });
export type NoticeOfDays = z.infer<typeof noticeOfDaysSchema>;

export const calendarQuerySchema = z.object({ dryRun: flag.default(false), preview: flag.default(false) });
export type CalendarQuery = z.infer<typeof calendarQuerySchema>;

const yearSchema = z.object({ off: z.array(z.string()), work: z.array(z.string()), source: z.string() });
const movedSchema = z
  .object({
    caseId: z.string(),
    alarmId: z.string(),
    taskId: z.string().nullable(),
    kind: z.string(),
    level: z.int().nullable(),
    from: z.string().nullable(),
    to: z.string().nullable(),
  })
  .meta({ id: 'MovedAlarm' });

export const loadedSchema = z
  .object({
    agency: z.string(),
    version: z.int(),
    dryRun: z.boolean(),
    /** Open cases that the roll-out reaches. */
    cases: z.int(),
    /** Of a dry run: alarms that would move, in the cases that the caller may see. */
    moved: z.array(movedSchema),
    /** Of a dry run: what would become of open cases. */
    effect: whatIfSchema.nullable(),
  })
  .meta({ id: 'LoadedCalendar' });
export type Loaded = z.infer<typeof loadedSchema>;

const calendarSchema = z.object({ agency: z.string(), version: z.int(), years: z.record(z.string(), yearSchema) });
export const calendarListSchema = z.object({ items: z.array(calendarSchema) }).meta({ id: 'CalendarList' });
export type CalendarList = z.infer<typeof calendarListSchema>;
