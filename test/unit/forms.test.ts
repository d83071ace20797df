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
