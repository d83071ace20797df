import { existsSync, readFileSync } from 'node:fs';

/** The part of JSON Schema that forms use. */
export interface FormSchema {
  readonly type?: string;
  readonly title?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly oneOf?: readonly FormSchema[];
  readonly default?: unknown;
  readonly examples?: readonly unknown[];
  readonly format?: string;
  readonly minimum?: number;
  readonly minLength?: number;
  readonly minItems?: number;
  readonly uniqueItems?: boolean;
  readonly items?: FormSchema;
  readonly properties?: Readonly<Record<string, FormSchema>>;
  readonly required?: readonly string[];
}

/** Reads a form of definitions/forms; a key without a file is an error of the definition. */
export function formOf(key: string): FormSchema {
  const file = new URL(`../../../definitions/forms/${key}.json`, import.meta.url);
  if (!existsSync(file)) throw new Error(`there is no form ${key}`);
  return JSON.parse(readFileSync(file, 'utf8')) as FormSchema;
}

/** The least that satisfies a form on a civil day: every required field with its constant, first option or a plausible value. */
export function sampleOf(schema: FormSchema, today: string): unknown {
  if (schema.const !== undefined) return schema.const;
  if (schema.examples?.[0] !== undefined) return schema.examples[0];
  if (schema.default !== undefined) return schema.default;
  if (schema.enum) return schema.enum[0];
  if (schema.oneOf?.[0]) return sampleOf(schema.oneOf[0], today);
  switch (schema.type) {
    case 'object':
      return objectOf(schema, today);
    case 'array':
      return listOf(schema, today);
    case 'boolean':
      return false;
    case 'integer':
    case 'number':
      return schema.minimum ?? 1;
    default:
      return textOf(schema, today);
  }
}

function listOf({ items = {}, minItems = 0, uniqueItems = false }: FormSchema, today: string): unknown[] {
  const options = items.enum ?? items.oneOf?.map((option) => option.const);
  if (uniqueItems && options) return options.slice(0, Math.max(minItems, 1));
  return Array.from({ length: minItems }, (_, index) => {
    const item = sampleOf(items, today);
    return uniqueItems && typeof item === 'string' ? `${item}${index + 1}` : item;
  });
}

function objectOf({ properties = {}, required = [] }: FormSchema, today: string): Record<string, unknown> {
  return Object.fromEntries(required.map((name) => [name, sampleOf(properties[name] ?? {}, today)]));
}

function textOf({ format, title = '内容', minLength = 0 }: FormSchema, today: string): string {
  if (format === 'date') return today;
  if (format === 'date-time') return `${today}T10:00:00+08:00`;
  return `${title}（示例）`.padEnd(minLength, '。');
}
