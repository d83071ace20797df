import type { FieldSchema, FormSchema } from '../task/form-schema.ts';

/** One screen's questions: names of fields of the form, in its order. */
export interface Screen {
  readonly title: string;
  readonly fields: readonly string[];
}

/** So many short questions stand together; a list or a group has a screen of its own. */
const together = 3;

const isLarge = ({ type, items }: FieldSchema): boolean =>
  type === 'object' || (type === 'array' && items?.type === 'object');

/** A form cut into screens that somebody who comes twice a year can follow. */
export function screensOf({ properties }: FormSchema): readonly Screen[] {
  const screens: { title: string; fields: string[]; closed: boolean }[] = [];
  for (const [name, field] of Object.entries(properties)) {
    if (field.readOnly) continue;
    const last = screens.at(-1);
    const large = isLarge(field);
    if (last && !last.closed && !large && last.fields.length < together) last.fields.push(name);
    else screens.push({ title: field.title ?? name, fields: [name], closed: large });
  }
  return screens.map(({ title, fields }) => ({ title, fields }));
}

/** The form with the questions of one screen only. */
export function partOf(schema: FormSchema, { fields }: Screen): FormSchema {
  const properties = Object.fromEntries(Object.entries(schema.properties).filter(([name]) => fields.includes(name)));
  const required = schema.required?.filter((name) => fields.includes(name)) ?? [];
  return { ...schema, properties, required };
}

/** On which screen a field is asked for; the last one, where one checks, for what is no field. */
export function screenOf(screens: readonly Screen[], path: string): number {
  const [name = ''] = path.split('.');
  const at = screens.findIndex(({ fields }) => fields.includes(name));
  return at < 0 ? screens.length : at;
}
