import { z } from 'zod';
import { civilDateSchema } from '../json.schema.ts';
import { problemSchema } from '../problem/problem.schema.ts';

const defectSchema = problemSchema.shape.defects.unwrap().element;
const publishedSchema = z
  .object({ key: z.string(), version: z.int(), hash: z.string() })
  .meta({ id: 'PublishedDefinition' });

/** Whether new cases take it: it rules, it will from its day on, another has taken its place, or it was withdrawn. */
const versionStateSchema = z.enum(['in-force', 'future', 'superseded', 'withdrawn']).meta({ id: 'VersionState' });

export const publicationSchema = publishedSchema
  .extend({
    warnings: z.array(defectSchema),
    definitions: z.array(publishedSchema),
    dryRun: z.boolean(),
    /** From this day on new cases take it. */
    validFrom: z.string(),
    state: versionStateSchema,
  })
  .meta({ id: 'Publication' });
export type Publication = z.infer<typeof publicationSchema>;

const startEventSchema = z.object({
  id: z.string(),
  name: z.string().nullable(),
  kind: z.string(),
  message: z.string().nullable(),
  /** Key of the form that whoever opens a case by it fills in. */
  form: z.string().nullable(),
  formVersion: z.int().nullable(),
});

const kindSchema = z.enum(['process', 'decision']);

export const definitionSchema = publishedSchema
  .extend({
    kind: kindSchema,
    name: z.string(),
    /** What it is for and on which law it rests, in its own words. */
    documentation: z.string().nullable(),
    publishedBy: z.string().nullable(),
    publishedAt: z.string(),
    validFrom: z.string(),
    withdrawnBy: z.string().nullable(),
    withdrawnAt: z.string().nullable(),
    state: versionStateSchema,
    versions: z.array(z.int()),
    warnings: z.array(defectSchema),
    startEvents: z.array(startEventSchema),
    /** Who names a case of it; with `procedure` the title that is sent is not used, what the procedure says is. */
    titled: z.enum(['opener', 'procedure']),
  })
  .meta({ id: 'Definition' });
export type Definition = z.infer<typeof definitionSchema>;

export const definitionSummarySchema = definitionSchema
  .omit({ documentation: true, startEvents: true, titled: true, warnings: true, versions: true })
  .meta({ id: 'DefinitionSummary' });

export const definitionListSchema = z
  .object({ items: z.array(definitionSummarySchema), nextCursor: z.string().nullable(), total: z.int() })
  .meta({ id: 'DefinitionList' });
export type DefinitionSummary = z.infer<typeof definitionSummarySchema>;
export type DefinitionList = z.infer<typeof definitionListSchema>;

export const publishQuerySchema = z.object({
  dryRun: z.enum(['true', 'false']).optional(),
  preview: z.enum(['true', 'false']).optional(),
  /** Today, if absent. */
  validFrom: civilDateSchema.optional(),
  /** The same bytes are a new version where a form or a decision that they name has a newer one. */
  again: z.enum(['true', 'false']).optional(),
  /** The newest version that was known when the document was drawn, 0 for none: refused where somebody else has published since. */
  base: z.coerce.number().int().min(0).max(1_000_000).optional(),
});
export type PublishQuery = z.infer<typeof publishQuerySchema>;

export const listQuerySchema = z.object({ kind: kindSchema.default('process') });
export type ListQuery = z.infer<typeof listQuerySchema>;

const key = z.string().regex(/^[A-Za-z_][\w.-]{0,63}$/);
export const keySchema = z.object({ key });
export const versionSchema = z.object({ key, version: z.coerce.number().int().min(1).max(1_000_000) });
export type VersionParameters = z.infer<typeof versionSchema>;
