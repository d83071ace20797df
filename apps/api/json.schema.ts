import { z } from 'zod';
import type { Json } from '../../engine/command.ts';

/** Any JSON value. */
export const jsonSchema: z.ZodType<Json> = z
  .lazy(() =>
    z.union([z.null(), z.boolean(), z.number(), z.string(), z.array(jsonSchema), z.record(z.string(), jsonSchema)]),
  )
  .meta({ id: 'Json' });

/** Variables by name. */
export const variablesSchema = z.record(z.string().min(1).max(200), jsonSchema).meta({ id: 'Variables' });

const key = /^\d{4}-\d{2}-\d{2}$/;
/** A civil date; whether the day exists the rules judge. */
export const civilDateSchema = z.string().regex(key, '应写作 2026-02-17 的形式');

export const reasonSchema = z.string().max(2000).optional();
export const idSchema = z.object({ id: z.string().min(1).max(200) });
