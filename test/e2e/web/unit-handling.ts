import type { Page } from 'playwright-core';
import type { FieldSchema, FormSchema } from '../../../apps/web/src/task/form-schema.ts';
import { screensOf } from '../../../apps/web/src/unit/screens.ts';
import type { Fields } from '../../../scenarios/scenario.ts';
import { fillIn } from './filling.ts';
import type { NameOf } from './filling.ts';

interface Answers {
  readonly taskId: string;
  readonly schema: FieldSchema;
  readonly outcome: unknown;
  readonly variables: Fields;
}

/** A step of a supervised unit in its portal: found at home, filled in screen by screen, checked, handed in. */
export async function handleAtUnit(
  where: { readonly page: Page; readonly nameOf: NameOf },
  { taskId, schema, outcome, variables }: Answers,
): Promise<void> {
  const { page } = where;
  await page.goto('/unit');
  await page.locator(`a[href$="/unit/tasks/${taskId}"]`).first().click();
  await page.waitForURL(`**/unit/tasks/${taskId}**`);
  for (const { title, fields } of schema.properties ? screensOf(schema as FormSchema) : []) {
    await page.getByRole('heading', { name: title, level: 2 }).waitFor();
    const answers = Object.fromEntries(Object.entries(variables).filter(([name]) => fields.includes(name)));
    await fillIn(where, schema, answers);
    await page.getByRole('button', { name: '下一步' }).click();
  }
  await page.getByRole('heading', { name: '核对后提交' }).waitFor();
  if (typeof outcome === 'string') await page.getByLabel(outcome, { exact: true }).check();
  await page.getByRole('button', { name: '提交', exact: true }).click();
  const confirm = page.getByRole('dialog').getByRole('button', { name: /^提交/ });
  await confirm.and(page.locator(':not([aria-disabled=true])')).click();
  await page.waitForURL('**/unit/receipts/**');
}
