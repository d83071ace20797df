import { z } from 'zod';

export const liveSchema = z.object({ status: z.literal('live') }).meta({ id: 'Live' });
export const readySchema = z
  .object({ status: z.literal('ready'), database: z.string(), temporal: z.string(), workers: z.int() })
  .meta({ id: 'Ready' });
export type Live = z.infer<typeof liveSchema>;
export type Ready = z.infer<typeof readySchema>;
