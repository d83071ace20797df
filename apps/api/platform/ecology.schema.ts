import { z } from 'zod';
import { reasonSchema } from '../json.schema.ts';

const partSchema = z
  .strictObject({
    indicator: z.string().min(1).max(64),
    weight: z.number().positive().max(1000),
    /** The value that earns 100 points, and the one that earns none. */
    full: z.number(),
    zero: z.number(),
  })
  .refine(({ full, zero }) => full !== zero, { message: '满分值和零分值不能相同', path: ['zero'] });
const threshold = z.number().min(0).max(100);
export const newModelSchema = z
  .strictObject({
    parts: z.array(partSchema).min(1).max(50),
    yellow: threshold.default(80),
    red: threshold.default(60),
    reason: reasonSchema,
  })
  .refine(({ yellow, red }) => red <= yellow, { message: '红线不能高于黄线', path: ['red'] });
export type NewModel = z.infer<typeof newModelSchema>;
export const modelSchema = z
  .object({
    version: z.int(),
    parts: z.array(partSchema),
    yellow: z.number(),
    red: z.number(),
    madeBy: z.string(),
    madeAt: z.string(),
    /** Why the weights are these. */
    reason: z.string(),
  })
  .meta({ id: 'EcologyModel' });
export type Model = z.infer<typeof modelSchema>;
export const modelsSchema = z
  .object({ items: z.array(modelSchema), nextCursor: z.null(), total: z.int() })
  .meta({ id: 'EcologyModels' });
export type Models = z.infer<typeof modelsSchema>;

const quarter = z.string().regex(/^\d{4}-Q[1-4]$/, '应写作 2026-Q1');
export const scoreOrderSchema = z.strictObject({ period: quarter, reason: reasonSchema });
export type ScoreOrder = z.infer<typeof scoreOrderSchema>;
export const scoredSchema = z
  .object({ period: z.string(), scored: z.int(), known: z.int(), withoutData: z.int() })
  .meta({ id: 'EcologyScored' });
export type Scored = z.infer<typeof scoredSchema>;

export const scoresQuerySchema = z.object({ period: quarter.optional(), unit: z.string().max(64).optional() });
export type ScoresQuery = z.infer<typeof scoresQuerySchema>;
export const scoreSchema = z.object({
  unit: z.string(),
  period: z.string(),
  version: z.int(),
  score: z.number(),
  level: z.enum(['green', 'yellow', 'red']),
  /** Of each indicator: its value, the points it earned and how much they count. */
  parts: z.array(
    z.object({
      indicator: z.string(),
      weight: z.number(),
      full: z.number(),
      zero: z.number(),
      value: z.number(),
      points: z.number(),
    }),
  ),
  missing: z.array(z.string()),
  previous: z.number().nullable(),
  caseId: z.string(),
});
export const scoresSchema = z
  .object({ items: z.array(scoreSchema), nextCursor: z.null(), total: z.int() })
  .meta({ id: 'EcologyScores' });
export type Score = z.infer<typeof scoreSchema>;
export type Scores = z.infer<typeof scoresSchema>;
