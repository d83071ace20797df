import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { defectsOfForm } from '../../apps/api/forms/form.dialect.ts';
import type { FormSchema } from '../../apps/api/forms/form.ts';
import { kindOf } from '../../apps/web/src/design/forms/field-kinds.ts';
import type { FieldSchema } from '../../apps/web/src/task/form-schema.ts';

const folder = new URL('../../definitions/forms/', import.meta.url);
const forms = readdirSync(folder).map((file): [string, FormSchema] => [
  file.slice(0, -'.json'.length),
  JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as FormSchema,
]);

it.each(forms)('%s of the release is a form as a designer could publish it', (key, schema) => {
  expect(defectsOfForm(key, schema)).toEqual([]);
});

const fieldsOf = ({ properties = {} }: FieldSchema): FieldSchema[] =>
  Object.values(properties).flatMap((field) => [field, ...fieldsOf(field), ...fieldsOf(field.items ?? {})]);

it('every field of the release is of a kind that the page for forms can draw', () => {
  const all = forms.flatMap(([, schema]) => fieldsOf(schema as FieldSchema));
  expect(all.filter((field) => kindOf(field) === 'other')).toEqual([]);
});

it.each([
  ['xt-desk', 'foundOn', 'a doubt was found'],
  ['xf-start', 'receivedOn', 'a petition came'],
  ['tj-start', 'foundOn', 'a sign was found'],
  ['cs-start', 'occurredOn', 'somebody was approached'],
  ['cs-record', 'occurredOn', 'somebody was approached'],
])('%s takes no day to come as %s, the day on which %s, from which a period counts', (key, name) => {
  const { properties } = Object.fromEntries(forms)[key] as { properties: Readonly<Record<string, FieldSchema>> };
  expect(properties[name]).toMatchObject({ format: 'date', 'x-ld-latest': 'today' });
});
