import { z } from 'zod';
import { civilDateSchema } from '../json.schema.ts';

const side = {
  dueOn: civilDateSchema.nullable(),
  dueAt: z.string().nullable(),
  agency: z.string().nullable(),
  role: z.string().nullable(),
  assignee: z.string().nullable(),
};

const affectedSchema = z
  .object({
    caseId: z.string(),
    number: z.string(),
    title: z.string(),
    definitionKey: z.string(),
    taskId: z.string(),
    elementId: z.string(),
    name: z.string(),
    clock: z.enum(['internal', 'statutory', 'custody']).nullable(),
    period: z.string().nullable(),
    from: z.object(side),
    to: z.object(side),
    /** The due date moves. */
    moved: z.boolean(),
    /** Reminders and rungs that would ring at another moment, be new or vanish. */
    alarms: z.int(),
    /** `new`: overdue then and not now; `over`: overdue now and not then; `still`: overdue either way. */
    breach: z.enum(['new', 'over', 'still']).nullable(),
    cause: z.enum(['version', 'period', 'calendar', 'ladder', 'assignment', 'none']),
    /** Why, in words; of a clock that does not move, why not. */
    why: z.string(),
  })
  .meta({ id: 'AffectedTask' });
export type Affected = z.infer<typeof affectedSchema>;

const weeksSchema = z.record(z.string(), z.int());
const loadSchema = z.array(
  z.object({
    key: z.string(),
    name: z.string().nullable(),
    /** Tasks due by week: the week's Monday, `overdue`, or `none` without a due date. */
    before: weeksSchema,
    after: weeksSchema,
  }),
);
export type Load = z.infer<typeof loadSchema>;

export const whatIfSchema = z
  .object({
    /** Open cases and open tasks that were looked at. */
    cases: z.int(),
    tasks: z.int(),
    /** Of these cases, how many were asked themselves because the read model does not know their clocks yet, and how many could not be. */
    asked: z.int(),
    unknown: z.int(),
    /** Due dates that move, and where they would newly be overdue or no longer. */
    moved: z.int(),
    breaches: z.int(),
    relieved: z.int(),
    /** Statutory and custody clocks that do not move. */
    fixed: z.object({ statutory: z.int(), custody: z.int() }),
    reassigned: z.int(),
    /** Steps under way that have no place in the version, and in how many cases. */
    unmapped: z.array(z.object({ elementId: z.string(), cases: z.int() })),
    /** Cases in which the version's expressions cannot be evaluated. */
    failed: z.int(),
    /** Affected tasks in cases that the caller may see: new breaches first, then by due date. */
    items: z.array(affectedSchema),
    nextCursor: z.string().nullable(),
    total: z.int(),
    /** Tasks due by week, before and after; by person for those who oversee all. */
    load: z.object({ agencies: loadSchema, steps: loadSchema, people: loadSchema.nullable() }),
  })
  .meta({ id: 'WhatIf' });
export type WhatIf = z.infer<typeof whatIfSchema>;

/** Which of the affected tasks are listed, and how many at once. */
export const whatIfPage = {
  show: z.enum(['changes', 'breaches', 'fixed', 'all']).default('changes'),
  limit: z.int().min(1).max(500).default(100),
  cursor: z.string().max(100).optional(),
};
const pageSchema = z.object(whatIfPage);
export type WhatIfPage = z.infer<typeof pageSchema>;
