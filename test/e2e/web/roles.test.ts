import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
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
    await page.locator('tr[data-task] .row-link:focus').waitFor();
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
  await expect.poll(() => comment.inputValue()).toBe('断网时写下的话。');
  await close();
});

/** The page has what it asked for. */
const settled = async (page: Page): Promise<void> => {
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForFunction(() => !document.querySelector('[aria-busy=true]'));
};

it('whoever keeps the list of duties finds an item in its year, puts the list in force and halts it again', async () => {
  const { page, troubles, close } = await visit(browser, city.base, { width: 1440, dark: false });
  await signInByKeys(page, 'cdi.style');
  await page.goto('/duties');
  await page.getByRole('link', { name: /全面从严治党责任清单/ }).click();
  await page.getByRole('heading', { name: '全年落实情况' }).waitFor();
  for (const [act, then] of [
    ['施行', '施行中'],
    ['暂停', '已暂停'],
  ] as const) {
    await page.getByRole('button', { name: act, exact: true }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    const skip = dialog.getByLabel(/不再要求/);
    if (await skip.isVisible()) await skip.check();
    expect(await axeFindings(page)).toEqual([]);
    await dialog.getByRole('button', { name: act, exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByText(then, { exact: true }).first().waitFor();
  }
  await page.getByRole('heading', { name: '经过' }).waitFor();
  expect(troubles).toEqual([]);
  await close();
});

it('whoever keeps the data gets from the platform to the rows that are set aside, and from a figure to its rows', async () => {
  const { page, troubles, close } = await visit(browser, city.base, { width: 1440, dark: false });
  await signInByKeys(page, 'cdi.oversight');
  await page.goto('/platform');
  await page.getByRole('link', { name: '政府采购合同（示例）' }).first().click();
  await page.getByRole('heading', { name: '隔离区' }).waitFor();
  await page.getByText('不是数字').first().waitFor();
  await page.goto('/platform');
  await page.getByRole('link', { name: '单一来源采购占比' }).first().click();
  await page
    .getByRole('link', { name: /行数据/ })
    .first()
    .click();
  await page.getByRole('heading', { name: /的 \d+ 行数据/ }).waitFor();
  await page
    .getByText(/第 \d+ 行/)
    .first()
    .waitFor();
  expect(await axeFindings(page)).toEqual([]);
  expect(troubles).toEqual([]);
  await close();
});

const widths = [1440, 1024, 390].flatMap((width) => [false, true].map((dark) => [width, dark] as const));

it.each(widths)(
  'lists of duties and data at %i pixels, dark %s: usable by everyone, no wider than the window',
  async (width, dark) => {
    const { page, troubles, close } = await visit(browser, city.base, { width, dark });
    await signInByKeys(page, 'cdi.oversight');
    const { items } = await city.call<{ items: readonly { id: string }[] }>('cdi.oversight', '/duties/lists');
    const addresses = [
      '/duties',
      ...items.map(({ id }) => `/duties/${id}`),
      '/platform',
      '/platform/sources/contracts',
      '/platform/indicators/single-source',
    ];
    const findings: Record<string, readonly string[]> = {};
    for (const address of addresses) {
      await page.goto(address);
      await settled(page);
      const found = [...(await axeFindings(page))];
      if ((await overflowOf(page)) > 0) found.push(`wider than the window by ${await overflowOf(page)}`);
      if (found.length > 0) findings[address] = found;
      await picture(page, `${address}-${width}-${dark ? 'dark' : 'light'}`);
    }
    expect(findings).toEqual({});
    expect(troubles).toEqual([]);
    await close();
  },
);
