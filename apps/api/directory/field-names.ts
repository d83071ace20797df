import type { Fields } from './directory.schema.ts';

type Schema = Readonly<Record<string, unknown>>;

const isSchema = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Titles of forms' fields by name, also of those inside lists; where forms differ the first has it. */
export function fieldNames(forms: readonly (Schema | undefined)[]): Fields {
  const fields: Fields = {};
  for (const form of forms) collect(form, fields);
  return fields;
}

function collect(schema: unknown, fields: Fields): void {
  if (!isSchema(schema)) return;
  const { properties, items } = schema;
  for (const [name, field] of Object.entries(isSchema(properties) ? properties : {})) {
    if (!isSchema(field)) continue;
    const { title } = field;
    const labels = labelsOf(field);
    if (typeof title === 'string') fields[name] ??= { title, ...(labels ? { labels } : {}) };
    collect(field, fields);
  }
  collect(items, fields);
}

function labelsOf({ 'x-ld-labels': own, items }: Schema): Record<string, string> | undefined {
  const labels = own ?? (isSchema(items) ? items['x-ld-labels'] : undefined);
  return isSchema(labels) ? (labels as Record<string, string>) : undefined;
}
