import { z } from 'zod';

/** The query parameters that every list has. */
export const pageQuery = {
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(500).optional(),
};

/** The shape that every list has; `estimated` is there when there are more rows than are worth counting. */
export const listOf = <Item extends z.ZodType>(item: Item, id: string) =>
  z
    .object({
      items: z.array(item),
      nextCursor: z.string().nullable(),
      total: z.int(),
      estimated: z.literal(true).optional(),
    })
    .meta({ id });

export const flag = z.enum(['true', 'false']).transform((text) => text === 'true');
