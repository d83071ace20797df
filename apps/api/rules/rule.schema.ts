import { z } from 'zod';
import { ladderSchema, periodSchema } from '../../../definitions/schema.ts';
import { jsonSchema, reasonSchema } from '../json.schema.ts';
import { flag } from '../lists/list.schema.ts';
import { whatIfPage, whatIfSchema } from '../what-if/what-if.schema.ts';

const key = z.string().min(1).max(64);
/** Members that change, by key; null takes one away. A key that is not known yet is new and whole. */
export const patchesSchema = z
  .record(key, z.record(z.string(), jsonSchema))
  .refine((all) => Object.keys(all).length <= 500);
export type Patches = z.infer<typeof patchesSchema>;

const common = { ...whatIfPage, reason: reasonSchema };
export const putPeriodsSchema = z.strictObject({
  periods: patchesSchema,
  /** Whether clocks that run already take the change up, from the day they started, or steps that open from now on alone. */
  running: z.enum(['take', 'keep']).default('take'),
  ...common,
});
export type PutPeriods = z.infer<typeof putPeriodsSchema>;
export const putLaddersSchema = z.strictObject({ ladders: patchesSchema, ...common });
export type PutLadders = z.infer<typeof putLaddersSchema>;
export const rulesQuerySchema = z.object({ dryRun: flag.default(false), preview: flag.default(false) });
export type RulesQuery = z.infer<typeof rulesQuerySchema>;

const changeSchema = z
  .object({
    kind: z.enum(['period', 'ladder']),
    key: z.string(),
    /** Null: it is new. */
    from: jsonSchema,
    to: jsonSchema,
    running: z.enum(['take', 'keep']),
  })
  .meta({ id: 'RuleChange' });
export type RuleChange = z.infer<typeof changeSchema>;

export const changedRulesSchema = z
  .object({
    dryRun: z.boolean(),
    /** Version of the rules that this made, or would make. */
    version: z.int(),
    changes: z.array(changeSchema),
    /** Open cases that the roll-out reaches. */
    cases: z.int(),
    /** Of a dry run: what would become of open cases. */
    effect: whatIfSchema.nullable(),
  })
  .meta({ id: 'ChangedRules' });
export type ChangedRules = z.infer<typeof changedRulesSchema>;

const historySchema = z.array(
  z.object({
    version: z.int(),
    by: z.string().nullable(),
    at: z.string(),
    reason: z.string().nullable(),
    change: changeSchema.nullable(),
  }),
);

const shownPeriodSchema = z.object({ key, ...periodSchema.shape }).meta({ id: 'Period' });
const shownLadderSchema = z.object({ key, ...ladderSchema.shape }).meta({ id: 'Ladder' });
const list = <Item extends z.ZodType>(item: Item, id: string) =>
  z.object({ version: z.int(), items: z.array(item), nextCursor: z.string().nullable(), total: z.int() }).meta({ id });
export const periodListSchema = list(shownPeriodSchema, 'Periods');
export type PeriodList = z.infer<typeof periodListSchema>;
export const ladderListSchema = list(shownLadderSchema, 'Ladders');
export type LadderList = z.infer<typeof ladderListSchema>;
export const periodHistorySchema = shownPeriodSchema.extend({ history: historySchema }).meta({ id: 'PeriodHistory' });
export type PeriodHistory = z.infer<typeof periodHistorySchema>;
export const ladderHistorySchema = shownLadderSchema.extend({ history: historySchema }).meta({ id: 'LadderHistory' });
export type LadderHistory = z.infer<typeof ladderHistorySchema>;
export const ruleKeySchema = z.object({ key });
