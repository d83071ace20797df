import { z } from 'zod';
import { listOf, pageQuery } from '../lists/list.schema.ts';

/** A colleague as everybody may see them. */
const colleagueSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    agency: z.string().nullable(),
    title: z.string(),
    /** Held today. */
    roles: z.array(z.string()),
    /** Last day of an absence that lasts today. */
    awayUntil: z.string().nullable(),
    /** Who stands in today. */
    deputies: z.array(z.object({ user: z.string(), name: z.string() })),
  })
  .meta({ id: 'Colleague' });
export type Colleague = z.infer<typeof colleagueSchema>;
export const colleagueListSchema = listOf(colleagueSchema, 'ColleagueList');
export type ColleagueList = z.infer<typeof colleagueListSchema>;

export const colleagueQuerySchema = z.object({
  ...pageQuery,
  /** In name, account or title. */
  q: z.string().trim().max(100).optional(),
  agency: z.string().max(32).optional(),
  role: z.string().max(64).optional(),
});
export type ColleagueQuery = z.infer<typeof colleagueQuerySchema>;
