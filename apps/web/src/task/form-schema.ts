/** A field of our forms: JSON Schema as far as they use it. */
export interface FieldSchema {
  readonly type?: 'string' | 'number' | 'integer' | 'boolean' | 'array' | 'object';
  readonly title?: string;
  readonly enum?: readonly string[];
  readonly const?: unknown;
  readonly default?: unknown;
  /** Shown among the facts and not asked. */
  readonly readOnly?: boolean;
  readonly pattern?: string;
  readonly format?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly items?: FieldSchema;
  readonly properties?: Readonly<Record<string, FieldSchema>>;
  readonly required?: readonly string[];
  /** A day against the one on which the form is handed in. */
  readonly 'x-ld-latest'?: 'today';
  readonly 'x-ld-earliest'?: 'today';
  readonly 'x-ld-labels'?: Readonly<Record<string, string>>;
  readonly 'x-ld-widget'?: string;
}

export interface FormSchema extends FieldSchema {
  readonly properties: Readonly<Record<string, FieldSchema>>;
  /** What an outcome demands beyond the form. */
  readonly 'x-ld-outcomes'?: Readonly<Record<string, { readonly required?: readonly string[] }>>;
}

/** The form with what the outcome asks for as well. */
export function formFor(schema: FormSchema, outcome: string | undefined): FormSchema {
  const { required = [] } = schema['x-ld-outcomes']?.[outcome ?? ''] ?? {};
  return required.length === 0 ? schema : { ...schema, required: [...(schema.required ?? []), ...required] };
}

export type Values = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Chosen among the agencies or the people of the directory. */
export const isNamed = (field: FieldSchema | undefined): boolean =>
  field?.['x-ld-widget'] === 'agency' || field?.['x-ld-widget'] === 'person';

/** Names the record of a ledger that an entry is about. */
export const isRecordId = (name: string, { pattern }: FieldSchema): boolean => name === 'id' && pattern !== undefined;

/** A new entry of a list begins with what its fields begin with. */
export const newItem = ({ items }: FieldSchema): Values =>
  Object.fromEntries(
    Object.entries(items?.properties ?? {}).flatMap(([name, { default: begun }]) =>
      begun === undefined || (isRecordId(name, items?.properties?.[name] ?? {}) && !items?.required?.includes(name))
        ? []
        : [[name, begun]],
    ),
  );

export const recordOf = (value: unknown): Values => (isRecord(value) ? value : {});

/** Lists and groups of the case that the form works on again; single answers are given anew, or begin with their default. */
export function initialValues({ properties }: FormSchema, variables: Values): Values {
  return Object.fromEntries(
    Object.entries(properties).flatMap(([name, field]) => {
      const value = variables[name];
      if (field.readOnly) return [];
      const again = field.items?.type === 'object' ? Array.isArray(value) : field.type === 'object' && isRecord(value);
      return again ? [[name, value]] : field.default === undefined ? [] : [[name, field.default]];
    }),
  );
}

/** What is handed in: fields left empty are left out, but a list that must be given and may be empty is given empty. */
export function answersOf(field: FieldSchema, value: unknown): unknown {
  if (value === undefined || value === null || value === '') return undefined;
  if (Array.isArray(value)) {
    const items = value.map((item) => answersOf(field.items ?? {}, item)).filter((item) => item !== undefined);
    return items.length > 0 ? items : field.minItems === 0 ? [] : undefined;
  }
  if (!isRecord(value)) return value;
  const none = (name: string, { type, minItems = 0 }: FieldSchema) =>
    type === 'array' && minItems === 0 && field.required?.includes(name) ? [] : undefined;
  const entries = Object.entries(field.properties ?? {}).map(([name, part]) => [
    name,
    answersOf(part, value[name]) ?? none(name, part),
  ]);
  const given = entries.filter(([, answer]) => answer !== undefined);
  return Object.fromEntries(given) as Values;
}

/** Names of required fields that have no answer, as paths: `findings.0.title`. */
export function missingIn(field: FieldSchema, answers: unknown, path = ''): string[] {
  const at = (name: string | number) => (path === '' ? String(name) : `${path}.${name}`);
  if (Array.isArray(answers))
    return answers.flatMap((item: unknown, index) => missingIn(field.items ?? {}, item, at(index)));
  if (!isRecord(answers)) return [];
  const missing = (field.required ?? []).filter((name) => answers[name] === undefined).map(at);
  const inside = Object.entries(field.properties ?? {}).flatMap(([name, part]) =>
    missingIn(part, answers[name], at(name)),
  );
  return [...missing, ...inside];
}

/** Titles along a path, for the list of mistakes: 逐条去向 1 · 问题. */
export function titleOfPath(field: FieldSchema, path: string): string {
  const titles: string[] = [];
  let current: FieldSchema | undefined = field;
  for (const part of path.split('.')) {
    if (/^\d+$/.test(part)) {
      current = current?.items;
      titles.push(`${titles.pop() ?? ''} ${Number(part) + 1}`.trim());
    } else {
      current = current?.properties?.[part];
      titles.push(current?.title ?? part);
    }
  }
  return titles.join(' · ');
}

/** What a step without a form asks: nothing. */
export const noForm: FormSchema = { type: 'object', properties: {} };
