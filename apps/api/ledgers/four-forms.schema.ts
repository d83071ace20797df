import { z } from 'zod';

const year = z.coerce.number().int().min(2000).max(2200);
export const fourFormsQuerySchema = z
  .object({
    /** The last of the years; this one if absent. */
    year: year.optional(),
    /** The first of them. */
    since: year.optional(),
    /** Who handled the clue. */
    agency: z.string().max(100).optional(),
    /** Whom it is about. */
    unit: z.string().max(100).optional(),
  })
  .refine(
    ({ year: last, since }) => last === undefined || since === undefined || (since <= last && last - since < 10),
    {
      message: '起始年度不能晚于年度，最多十年',
      path: ['since'],
    },
  );
export type FourFormsQuery = z.infer<typeof fourFormsQuerySchema>;

const countsSchema = z
  .object({
    total: z.int(),
    /** Of the four, in their order. */
    counts: z.array(z.int()).length(4),
    /** Percent of the total, one decimal. */
    shares: z.array(z.number()).length(4),
  })
  .meta({ id: 'FourFormCounts' });
export type FourFormCounts = z.infer<typeof countsSchema>;

export const fourFormsSchema = z
  .object({
    year: z.int(),
    since: z.int(),
    all: countsSchema,
    years: z.array(countsSchema.extend({ year: z.int() })),
    quarters: z.array(countsSchema.extend({ quarter: z.string(), from: z.string(), to: z.string() })),
    agencies: z.array(countsSchema.extend({ agency: z.string().nullable() })),
    units: z.array(countsSchema.extend({ unit: z.string().nullable() })),
  })
  .meta({ id: 'FourForms' });
export type FourForms = z.infer<typeof fourFormsSchema>;
