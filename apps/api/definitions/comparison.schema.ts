import { z } from 'zod';
import { jsonSchema } from '../json.schema.ts';

const changeSchema = z
  .object({
    /** Where in the compiled definition: "task.period", "event.duration", "condition". */
    path: z.string(),
    from: jsonSchema,
    to: jsonSchema,
  })
  .meta({ id: 'DefinitionChange' });
const changes = z.array(changeSchema);
const elementSchema = z.object({ elementId: z.string(), kind: z.string(), name: z.string().nullable() });
const flowSchema = z.object({ flowId: z.string(), name: z.string().nullable(), from: z.string(), to: z.string() });

export const comparisonSchema = z
  .object({
    kind: z.enum(['process', 'decision']),
    key: z.string(),
    /** The version in the path. */
    version: z.int(),
    /** The version compared with; null for a document that is not published. */
    with: z.int().nullable(),
    same: z.boolean(),
    process: changes,
    elements: z.object({
      added: z.array(elementSchema),
      removed: z.array(elementSchema),
      /** `was`: its id in the version in the path, where a migration would find it by its name. */
      changed: z.array(elementSchema.extend({ was: z.string().optional(), changes })),
    }),
    flows: z.object({
      added: z.array(flowSchema),
      removed: z.array(flowSchema),
      changed: z.array(flowSchema.extend({ changes })),
    }),
  })
  .meta({ id: 'DefinitionComparison' });
export type Comparison = z.infer<typeof comparisonSchema>;

export const comparisonQuerySchema = z.object({ with: z.coerce.number().int().min(1).max(1_000_000) });
export type ComparisonQuery = z.infer<typeof comparisonQuerySchema>;
