import { z } from 'zod';
import { flag } from '../lists/list.schema.ts';

const importKinds = ['units', 'cadres', 'portfolios'] as const;
export type ImportKind = (typeof importKinds)[number];
export const importParametersSchema = z.object({ kind: z.enum(importKinds) });
export const importQuerySchema = z.object({ dryRun: flag.default(false), reason: z.string().max(500).optional() });
export type ImportQuery = z.infer<typeof importQuerySchema>;

/** What a file did, or in a dry run would do; with a defect in any line it does nothing. */
export const importReportSchema = z
  .object({
    kind: z.enum(importKinds),
    fileName: z.string(),
    dryRun: z.boolean(),
    lines: z.int(),
    added: z.int(),
    changed: z.int(),
    unchanged: z.int(),
    defects: z.array(z.object({ row: z.int(), column: z.string(), code: z.string(), message: z.string() })),
  })
  .meta({ id: 'ImportReport' });
export type ImportReport = z.infer<typeof importReportSchema>;
