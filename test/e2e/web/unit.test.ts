import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, civilDateOf } from '../../../domain/civil-date.ts';
import { axeFindings, launch, overflowOf, picture, visit } from './browser.ts';
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

async function enter(user: string, look: { width: number; dark: boolean }) {
  const visited = await visit(browser, city.base, look);
  const { page } = visited;
  await page.goto('/login');
  await page.getByLabel('用户名').fill(user);
  await page.getByLabel('密码').fill(password);
  await page.keyboard.press('Enter');
  await page.waitForURL('**/unit');
  return visited;
}

describe('somebody of a supervised unit', () => {
  it('lands on what the unit has to do and finds nothing else, whatever address is typed', async () => {
    const { page, troubles, close } = await enter('unit3.head', { width: 1440, dark: false });
    await page.getByRole('heading', { name: '云川市青石镇人民政府，您有 1 件事要办' }).waitFor();
    expect(await page.getByRole('link', { name: '案件' }).count()).toBe(0);
    const { items } = await city.call<{ items: readonly { id: string }[] }>('unit3.head', '/tasks');
    for (const address of ['/work', '/cases', '/board', '/ledgers/item', '/mechanisms']) {
      await page.goto(address);
      await page.waitForURL('**/unit');
    }
    await page.goto(`/tasks/${items[0]?.id}`);
    await page.waitForURL(`**/unit/tasks/${items[0]?.id}`);
    expect(troubles).toEqual([]);
    await close();
  });

  it('asks for more time and is told that the day stands until it is granted', async () => {
    const { page, close } = await enter('unit3.head', { width: 1024, dark: false });
    const until = await page
      .getByText(/前$|前 /)
      .first()
      .textContent();
    await page
      .getByRole('button', { name: /申请延期/ })
      .first()
      .click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(/新的到期日/).fill(addDays(civilDateOf(Date.now()), 20));
    await dialog.getByLabel(/理由/).fill('材料尚在收集');
    await dialog.getByText(/须经批准/).waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    const after = page.getByText(/前$|前 /).first();
    await expect.poll(() => after.textContent()).toBe(until);
    await close();
  });

  it('fills in screen by screen by keyboard, with a draft, is told what is missing, hands in and has a receipt', async () => {
    const { page, troubles, close } = await enter('unit3.head', { width: 390, dark: false });
    await page.getByRole('link', { name: /^开始/ }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('第 1 步，共 2 步').waitFor();
    await page.getByRole('button', { name: '下一步' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '核对后提交' }).waitFor();
    await page.getByText('还有 1 处没有填').waitFor();
    await page.getByLabel('无异议').focus();
    await page.keyboard.press('Space');
    await page.getByRole('button', { name: '提交', exact: true }).focus();
    await page.keyboard.press('Enter');
    await page
      .getByRole('alert')
      .getByText(/请填写/)
      .waitFor();
    const saved = page.waitForResponse(
      (answer) => answer.url().endsWith('/draft') && (answer.request().postData() ?? '').includes('无异议。'),
    );
    await page.getByLabel(/意见/).first().fill('对征求意见稿无异议。');
    await page.keyboard.press('Tab');
    await saved;
    await page.reload();
    await expect.poll(() => page.getByLabel(/意见/).first().inputValue()).toBe('对征求意见稿无异议。');
    await page.getByRole('button', { name: '下一步' }).click();
    await page.getByText('对征求意见稿无异议。').waitFor();
    await page.getByRole('button', { name: '提交', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('提交以后由办理机关审核').waitFor();
    await dialog.getByRole('button', { name: /^提交/ }).and(page.locator(':not([aria-disabled=true])')).click();
    await page.waitForURL('**/unit/receipts/**');
    await page.getByText('回执编号').waitFor();
    await page.getByText(/^已于 \d{4}年/).waitFor();
    await picture(page, 'unit-receipt-390-light');
    await page.getByRole('link', { name: '回到我的事项' }).click();
    await page.getByText(/现在没有要办的事/).waitFor();
    await page.getByText('已交 1 件').click();
    await page.getByRole('link', { name: /反馈书面意见/ }).waitFor();
    expect(troubles).toEqual([]);
    await close();
  });

  it.each([
    [1440, false],
    [1024, true],
    [390, true],
  ])('has pages that everyone can use at %i pixels, dark %s', async (width, dark) => {
    const { page, troubles, close } = await enter('unit2.head', { width, dark });
    const { items } = await city.call<{ items: readonly { id: string }[] }>('unit2.head', '/tasks');
    const findings: Record<string, readonly string[]> = {};
    const task = `/unit/tasks/${items[0]?.id}`;
    for (const address of ['/unit', '/unit/items', task, `${task}?screen=9`, '/notices', '/me', '/help']) {
      await page.goto(address);
      await page.locator('h1').first().waitFor();
      await page.waitForFunction(() => !document.querySelector('[aria-busy=true]'));
      const found = [...(await axeFindings(page))];
      if ((await overflowOf(page)) > 0) found.push(`wider than the window by ${await overflowOf(page)}`);
      if (found.length > 0) findings[address] = found;
      await picture(page, `${address}-unit-${width}-${dark ? 'dark' : 'light'}`);
    }
    expect(findings).toEqual({});
    expect(troubles).toEqual([]);
    await close();
  });
});
