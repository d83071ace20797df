import type { StandardSchemaConverter } from '@nestjs/swagger';
import { z } from 'zod';

/** JSON Schema 2020-12 for OpenAPI 3.1; schemas with an id become components. */
export const schemaConverter: StandardSchemaConverter = (schema, { schemaType }) => {
  if (!(schema instanceof z.ZodType)) return undefined;
  const {
    $schema: _,
    $defs,
    ...converted
  } = z.toJSONSchema(schema, { target: 'draft-2020-12', io: schemaType, unrepresentable: 'any' });
  return { schema: converted, components: $defs ?? {} };
};
