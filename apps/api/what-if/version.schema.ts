import { z } from 'zod';
import { mappingSchema } from '../migrations/plan.schema.ts';
import { patchesSchema } from '../rules/rule.schema.ts';
import { whatIfPage } from './what-if.schema.ts';

const name = z.string().min(1).max(200).nullable().optional();

export const supposeVersionSchema = z
  .strictObject({
    /** BPMN XML that is not published, in the place of the version's own. */
    document: z.string().max(2_000_000).optional(),
    mapping: mappingSchema.default({}),
    /** What steps would say otherwise; null: nobody, or none. */
    steps: z
      .record(
        z.string().max(200),
        z.strictObject({ agency: name, role: name, assignee: name, period: name, ladder: name }),
      )
      .default({}),
    periods: patchesSchema.default({}),
    ladders: patchesSchema.default({}),
    /** Tasks of one person would go to another. */
    people: z.record(z.string().max(64), z.string().max(64)).default({}),
    ...whatIfPage,
  })
  .prefault({});
export type SupposeVersion = z.infer<typeof supposeVersionSchema>;
