import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { axeFindings, launch, overflowOf, visit } from './browser.ts';
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

/** By the Tab key alone, as whoever has no mouse gets there. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  for (let presses = 0; presses < 120; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never reaches ${String(target)}`);
}

async function signInByKeys(page: Page, user: string): Promise<void> {
  await page.goto('/login');
  await tabTo(page, page.getByLabel('用户名'));
  await page.keyboard.type(user);
  await tabTo(page, page.getByLabel('密码'));
  await page.keyboard.type(password);
  await page.keyboard.press('Enter');
  await page.waitForURL((address) => !address.pathname.endsWith('/login'));
}

const handlers = [
  'cdi.head',
  'cdi.intake',
  'cdi.petition',
  'cdi.oversight',
  'insp.office',
  'insp.team1',
  'insp.team2',
  'audit.head',
  'audit.staff',
  'fin.head',
  'fin.staff',
  'org.staff',
  'party.sec',
  'unit1.head',
  'unit2.head',
];
const others = ['supervisor', 'designer', 'sysadmin', 'secadmin', 'auditadmin'];

it.each(handlers)('%s signs in, finds a step and gets to its form by keys alone', async (user) => {
  const { page, troubles, close } = await visit(browser, city.base, { width: 1440, dark: false });
  await signInByKeys(page, user);
  await page.goto('/work?scope=group');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForFunction(() => !document.querySelector('[aria-busy=true]'));
  const rows = page.locator('tr[data-task]');
  if ((await rows.count()) > 0) {
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/tasks/**');
    const submit = page.getByRole('button', { name: /^提交/ });
    await tabTo(page, submit);
    await page.keyboard.press('Enter');
    await page.getByRole('alert').filter({ hasText: '需要更正' }).or(page.getByRole('dialog')).first().waitFor();
    await page.keyboard.press('Escape');
  }
  expect(await axeFindings(page)).toEqual([]);
  expect(troubles).toEqual([]);
  await close();
});

it.each(others)('%s has a home on a phone that works and fits', async (user) => {
  const { page, troubles, close } = await visit(browser, city.base, { width: 390, dark: true });
  await signInByKeys(page, user);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForFunction(() => !document.querySelector('[aria-busy=true]'));
  expect(await axeFindings(page)).toEqual([]);
  expect(await overflowOf(page)).toBe(0);
  expect(troubles).toEqual([]);
  await close();
});

it('a connection that is lost is told, what is written meanwhile is kept and sent when it is back', async () => {
  const { page, close } = await visit(browser, city.base, { width: 1440, dark: false });
  await signInByKeys(page, 'insp.team1');
  await page.goto('/work?scope=group');
  await page.locator('tr[data-task]').first().getByRole('link', { name: /办理/ }).click();
  const comment = page.getByLabel('批注（写入经过）');
  await comment.waitFor();
  await page.context().setOffline(true);
  await comment.fill('断网时写下的话。');
  await page
    .getByText(/连接已断开/)
    .first()
    .waitFor();
  await page.context().setOffline(false);
  await page.getByText(/已存 \d\d:\d\d/).waitFor();
  await page.reload();
  await comment.waitFor();
  expect(await comment.inputValue()).toBe('断网时写下的话。');
  await close();
});
