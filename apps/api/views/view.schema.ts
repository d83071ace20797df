import { z } from 'zod';

const pageSchema = z.enum(['work', 'cases']);
const searchSchema = z.record(z.string().regex(/^[a-zA-Z]{1,30}$/), z.union([z.string().max(200), z.boolean()]));

export const viewContentSchema = z.strictObject({
  page: pageSchema,
  name: z.string().trim().min(1).max(40),
  /** The list's filters as its address has them. */
  search: searchSchema,
  /** An agency of one's own posts, whose members see it too. */
  sharedWith: z.string().min(1).max(100).nullish(),
});
export type ViewContent = z.infer<typeof viewContentSchema>;

export const viewSchema = z
  .object({
    id: z.string(),
    page: pageSchema,
    name: z.string(),
    search: searchSchema,
    sharedWith: z.string().nullable(),
    owner: z.string(),
    own: z.boolean(),
    changedAt: z.string(),
  })
  .meta({ id: 'ListView' });
export type View = z.infer<typeof viewSchema>;

export const viewListSchema = z
  .object({ items: z.array(viewSchema), nextCursor: z.null(), total: z.int() })
  .meta({ id: 'ListViews' });
export type ViewList = z.infer<typeof viewListSchema>;

export const viewQuerySchema = z.object({ page: pageSchema.optional() });
export type ViewQuery = z.infer<typeof viewQuerySchema>;
