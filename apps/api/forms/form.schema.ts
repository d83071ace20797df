import { z } from 'zod';
import { problemSchema } from '../problem/problem.schema.ts';

const key = z.string().regex(/^[A-Za-z_][\w.-]{0,99}$/);
export const formKeySchema = z.object({ key });
export const formVersionSchema = z.object({ key, version: z.coerce.number().int().min(1).max(1_000_000) });
export type FormVersionParameters = z.infer<typeof formVersionSchema>;

export const formSchema = z
  .record(z.string(), z.unknown())
  .meta({ id: 'Form', description: 'JSON Schema 2020-12, as far as the pages can draw it' });

const listedSchema = z
  .object({
    key: z.string(),
    version: z.int(),
    title: z.string(),
    /** Came with the release. */
    release: z.boolean(),
    publishedBy: z.string().nullable(),
    publishedAt: z.string(),
  })
  .meta({ id: 'FormVersion' });
export type ListedForm = z.infer<typeof listedSchema>;

const listOf = (item: z.ZodType<ListedForm>, id: string) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable(), total: z.int() }).meta({ id });
export const formListSchema = listOf(listedSchema, 'Forms');
export type FormList = z.infer<typeof formListSchema>;
export const formVersionsSchema = listOf(listedSchema, 'FormVersions');

export const publishFormQuerySchema = z.object({
  dryRun: z.enum(['true', 'false']).optional(),
  preview: z.enum(['true', 'false']).optional(),
  /** The newest version that was known when the form was drawn, 0 for none. */
  base: z.coerce.number().int().min(0).max(1_000_000).optional(),
});
export type PublishFormQuery = z.infer<typeof publishFormQuerySchema>;

export const publishedFormSchema = z
  .object({
    key: z.string(),
    version: z.int(),
    dryRun: z.boolean(),
    /** Versions of procedures that rule or will, and use the form in an older version: they stay with it until they are published again. */
    usedBy: z.array(z.object({ key: z.string(), version: z.int(), name: z.string(), formVersion: z.int() })),
    defects: z.array(problemSchema.shape.defects.unwrap().element),
  })
  .meta({ id: 'PublishedForm' });
export type PublishedForm = z.infer<typeof publishedFormSchema>;
