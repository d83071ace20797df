import { z } from 'zod';
import { jsonSchema, reasonSchema, variablesSchema } from '../json.schema.ts';

const thrown = {
  name: z.string().min(1).max(200),
  variables: variablesSchema.optional(),
  trial: z.boolean().optional(),
  reason: reasonSchema,
};

export const messageSchema = z.strictObject({
  ...thrown,
  correlation: z.record(z.string().min(1).max(200), jsonSchema).optional(),
});
export const signalSchema = z.strictObject(thrown);
export type Message = z.infer<typeof messageSchema>;
export type Signal = z.infer<typeof signalSchema>;

export const reachedSchema = z
  .object({ cases: z.array(z.string()), started: z.array(z.string()), settled: z.boolean() })
  .meta({ id: 'Reached' });
export type Reached = z.infer<typeof reachedSchema>;
