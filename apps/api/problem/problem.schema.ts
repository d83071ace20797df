import { z } from 'zod';

const defectSchema = z
  .object({
    code: z.string(),
    message: z.string(),
    elementId: z.string().optional(),
    path: z.string().optional(),
  })
  .meta({ id: 'Defect' });

/** RFC 9457. */
export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    code: z.string(),
    defects: z.array(defectSchema).optional(),
    details: z.record(z.string(), z.unknown()).optional(),
  })
  .meta({ id: 'Problem' });

export type ProblemBody = z.infer<typeof problemSchema>;
