import type { Locator, Page } from 'playwright-core';
import { isRecordId } from '../../../apps/web/src/task/form-schema.ts';
import type { FieldSchema } from '../../../apps/web/src/task/form-schema.ts';
import type { Fields } from '../../../scenarios/scenario.ts';

/** Names of agencies, which a form shows instead of their ids. */
export type NameOf = (id: string) => string;

const words: Readonly<Record<string, string>> = { true: '是', false: '否' };

/** Types answers into a step's form, field by field, as whoever fills it in would; what the form only shows is left. */
export async function fillIn(
  where: { readonly page: Page; readonly nameOf: NameOf },
  schema: FieldSchema,
  answers: Fields,
  path = '',
): Promise<void> {
  for (const [name, value] of Object.entries(answers)) {
    const field = schema.properties?.[name];
    if (!field) throw new Error(`the form has no field ${path}${name}`);
    if (field.readOnly || (isRecordId(name, field) && schema.required?.includes(name) !== true)) continue;
    await fillField(where, field, value, path === '' ? name : `${path}.${name}`);
  }
}

async function fillField(
  where: { readonly page: Page; readonly nameOf: NameOf },
  field: FieldSchema,
  value: unknown,
  path: string,
): Promise<void> {
  const control = where.page.locator(`[id="field-${path}"]`);
  if (Array.isArray(value) && field.items?.type === 'object') return fillList(where, field, value as Fields[], path);
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return fillIn(where, field, value as Fields, path);
  const shape = await control.evaluate((element) => element.tagName);
  if (shape === 'SELECT') {
    await control.selectOption(String(value));
    return;
  }
  if (shape === 'FIELDSET') return choose(where.nameOf, control, field, value);
  await control.fill(Array.isArray(value) ? value.join('\n') : String(value));
  await control.blur();
}

/** What the case has already stays as it is; what is new is added below it. */
async function fillList(
  where: { readonly page: Page; readonly nameOf: NameOf },
  field: FieldSchema,
  items: readonly Fields[],
  path: string,
): Promise<void> {
  const group = where.page.locator(`[id="field-${path}"]`);
  const known = await group.locator(':scope > .form > fieldset').evaluateAll((sets) =>
    sets.map((set) => {
      const record = set.querySelector<HTMLSelectElement>('select[id$=".id"]')?.value;
      return record ?? /记录 (\S+)/.exec(set.textContent)?.[1] ?? '';
    }),
  );
  let fresh = known.every((id) => id === '') ? 0 : known.length;
  for (const item of items) {
    const kept = typeof item['id'] === 'string' ? known.indexOf(item['id']) : -1;
    const index = kept >= 0 ? kept : fresh++;
    if (index >= known.length) await group.getByRole('button', { name: /^＋/ }).last().click();
    await fillIn(where, field.items ?? {}, item, `${path}.${index}`);
  }
}

async function choose(nameOf: NameOf, group: Locator, field: FieldSchema, value: unknown): Promise<void> {
  const labels = (field.items ?? field)['x-ld-labels'];
  const textOf = (one: unknown) => labels?.[String(one)] ?? words[String(one)] ?? nameOf(String(one));
  if (!Array.isArray(value)) return group.getByText(textOf(value), { exact: true }).click();
  for (const one of value) await group.getByLabel(textOf(one), { exact: true }).check();
}
