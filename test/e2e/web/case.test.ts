import type { Browser, Page } from 'playwright-core';
import { writeXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { axeFindings, launch, picture, signIn, visit } from './browser.ts';
import { openCity, password } from './city.ts';

let city: Awaited<ReturnType<typeof openCity>>;
let browser: Browser;

beforeAll(async () => {
  [city, browser] = await Promise.all([openCity(), launch()]);
}, 240_000);

afterAll(async () => {
  await browser.close();
  await city.stop();
}, 60_000);

async function as(user: string): Promise<{ readonly page: Page; readonly close: () => Promise<void> }> {
  const { page, close } = await visit(browser, city.base, { width: 1440, dark: false });
  await signIn(page, user, password);
  return { page, close };
}

/** A case of the demo whose unit is late with its plan. */
async function lateCase(): Promise<string> {
  const { items } = await city.call<{ items: { id: string; title: string }[] }>('supervisor', '/cases?limit=100');
  const found = items.find(({ title }) => title === '水务集团采购管理整改');
  if (!found) throw new Error('the demo city has a case whose unit is late');
  return found.id;
}

async function sheet(...rows: readonly (readonly (string | null)[])[]) {
  const bytes = await writeXlsx({ sheets: [{ name: '案件', rows: rows.map((row) => [...row]) }] });
  return { name: '批量立案.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) };
}

it('a case is opened by hand: its procedure seen first, what will happen before it does, nothing lost with the session', async () => {
  const { page, close } = await as('insp.office');
  await page.goto('/cases/new');
  await page.getByRole('link', { name: '巡审纪联动' }).first().focus();
  await page.getByRole('region', { name: '流程图' }).locator('svg').first().waitFor();
  await page.keyboard.press('Enter');
  await page.getByLabel('案件名称').fill('培训费专项巡察');
  await page.context().clearCookies();
  await page.getByRole('button', { name: /^下一步/ }).click();
  const again = page.getByRole('dialog');
  await again.getByLabel('密码').fill(password);
  await again.getByRole('button', { name: '登录' }).click();
  await again.waitFor({ state: 'detached' });
  await expect.poll(() => page.getByLabel('案件名称').inputValue()).toBe('培训费专项巡察');
  await page.getByRole('button', { name: /^下一步/ }).click();
  await page
    .getByRole('dialog')
    .getByText(/巡前通报/)
    .waitFor();
  await page.getByRole('dialog').getByRole('button', { name: '立案' }).click();
  await page.getByRole('heading', { level: 1, name: '培训费专项巡察' }).waitFor();
  await close();
});

it('many cases come from one sheet: every wrong cell told and none opened, then all of them', async () => {
  const { page, close } = await as('insp.office');
  await page.goto('/cases/import');
  await page.getByRole('combobox').selectOption({ label: '巡审纪联动' });
  const heads = ['案件名称*', '起算日', '被监督单位'];
  const file = page.locator('input[type=file]');
  await file.setInputFiles(await sheet(heads, ['甲案', '去年', 'unit1'], ['乙案', null, '火星']));
  const faults = page.getByRole('alert').filter({ hasText: '有 2 处需要更正' });
  await faults.getByRole('row', { name: /2 起算日/ }).waitFor();
  await faults.getByRole('row', { name: /3 被监督单位/ }).waitFor();
  expect(await page.getByRole('button', { name: /^立这/ }).count()).toBe(0);
  await file.setInputFiles(await sheet(heads, ['甲案', '2026-11-20', 'unit1'], ['乙案', null, '云川市清源水务集团']));
  await page.getByRole('button', { name: '立这 2 件案' }).click();
  await page.getByText('已立 2 件案').waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await picture(page, 'intake-done');
  await page
    .getByRole('link', { name: /〔\d{4}〕\d+号/ })
    .first()
    .click();
  await page.getByRole('heading', { level: 1, name: '甲案' }).waitFor();
  await close();
});

it('a case tells who had a step and when, that nothing was changed, and goes out whole and on paper', async () => {
  const id = await lateCase();
  const { page, close } = await as('supervisor');
  await page.goto(`/cases/${id}/diagram?as=text`);
  await page.getByRole('button', { name: /整改 逾期$/ }).click();
  const step = page.getByRole('region', { name: '所选环节' });
  await step.getByRole('link', { name: '整改方案' }).waitFor();
  await step.getByText(/限 .*前 .*督办 \d 次/).waitFor();

  await page.goto(`/cases/${id}/trail`);
  await page.getByText(/核对无误/).waitFor();
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: '导出卷宗' }).click();
  expect((await download).suggestedFilename()).toMatch(/卷宗\.zip$/);

  await page.getByRole('link', { name: '打印' }).click();
  await page.getByRole('heading', { name: '经过' }).waitFor();
  await page.emulateMedia({ media: 'print' });
  await page.getByRole('navigation', { name: '主导航' }).waitFor({ state: 'hidden' });
  await page.emulateMedia({ media: null });
  await close();
});
