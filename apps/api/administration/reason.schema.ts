import { z } from 'zod';
import { reasonSchema } from '../json.schema.ts';

/** A body that carries nothing but its reason. */
export const reasonBodySchema = z.strictObject({ reason: reasonSchema }).prefault({});
export type ReasonBody = z.infer<typeof reasonBodySchema>;
