import { z } from 'zod';

export const petitionPeriodSchema = z.object({
  period: z.string().regex(/^\d{4}(-Q[1-4])?$/, '应写作 2026 或 2026-Q1'),
});

const figures = {
  total: z.int(),
  named: z.int().nullable(),
  repeats: z.int().nullable(),
  aboutHeads: z.int().nullable(),
};
const groupsSchema = z.array(
  z.object({ name: z.string(), count: z.int(), share: z.number(), previous: z.int().nullable() }),
);
const analysedSchema = z
  .object({ ...figures, byUnit: groupsSchema, byTopic: groupsSchema, byChannel: groupsSchema })
  .meta({ id: 'AnalysedPetitions' });

export const petitionAnalysisSchema = z
  .object({
    period: z.string(),
    before: z.string(),
    /** Groups of fewer are not shown by themselves, numbers of fewer are null. */
    least: z.int(),
    all: analysedSchema,
    previous: z.object(figures),
    lastYear: z.object(figures),
    /** 重复信访; null where they are too few. */
    repeats: analysedSchema.nullable(),
    /** 反映一把手的; null where they are too few. */
    heads: analysedSchema.nullable(),
    /** The quarters until the end of the period, the last eight. */
    quarters: z.array(z.object({ quarter: z.string(), ...figures })),
  })
  .meta({ id: 'PetitionAnalysis' });
export type PetitionAnalysisShown = z.infer<typeof petitionAnalysisSchema>;
