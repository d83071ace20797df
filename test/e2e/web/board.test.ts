import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFindings, launch, overflowOf, picture, signIn, visit } from './browser.ts';
import { openCity, password } from './city.ts';
import { platformAddresses, platformStories } from './platform-stories.ts';

let city: Awaited<ReturnType<typeof openCity>>;
let browser: Browser;

beforeAll(async () => {
  [city, browser] = await Promise.all([openCity(), launch()]);
}, 240_000);

afterAll(async () => {
  await browser.close();
  await city.stop();
}, 60_000);

const addresses = [
  '/board',
  '/board?as=overdue:table,late-steps:table,ahead:table',
  '/board?reason=overdue&agency=fin',
  '/board/climbed',
  '/board/due',
  '/board/flow',
  '/board/flow?as=age:table,months:table',
  '/board/steps',
  '/board/steps/XunShenJi',
  '/board/steps/XunShenJi?by=late&as=heat:table',
  '/board/compare?measure=inTime',
  '/board/compare?as=compare:table',
  '/board/rows?due=overdue',
];

const settled = (page: Page) => page.waitForFunction(() => !document.querySelector('[aria-busy=true]'));

describe('the supervisor', () => {
  it('lands on what stands still and why, on the first screen, each with a remedy', async () => {
    const { page, troubles, close } = await visit(browser, city.base, { width: 1440, dark: false });
    await signIn(page, 'supervisor', password);
    await page.waitForURL('**/board');
    const stalled = page.getByRole('region', { name: '停滞的案件（先看这里）' });
    const rows = stalled.getByRole('row');
    await rows.nth(3).waitFor();
    for (const at of [1, 2, 3]) {
      const row = rows.nth(at);
      await expect.poll(() => row.textContent()).toMatch(/逾期|流程异常|无人承办|不在岗|等待|中止|无时限/);
      await expect
        .poll(async () => {
          const box = await row.boundingBox();
          return (box?.y ?? 9999) + (box?.height ?? 0);
        })
        .toBeLessThan(900);
      await row.getByRole('link', { name: /查看/ }).waitFor();
    }
    expect(troubles).toEqual([]);
    await close();
  });

  it('urges from the row, by keyboard alone, and the story of the case tells it', async () => {
    const { page, close } = await visit(browser, city.base, { width: 1440, dark: false });
    await signIn(page, 'supervisor', password);
    const row = page.getByRole('row').filter({ hasText: '逾期' }).first();
    const remind = row.getByRole('button', { name: /^催办/ });
    await remind.focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    const confirm = dialog.getByRole('button', { name: '催办' });
    await confirm.and(page.locator(':not([aria-disabled=true])')).focus();
    await page.keyboard.press('Enter');
    await page.getByText('已催办').waitFor();
    await dialog.waitFor({ state: 'detached' });
    await row.getByRole('link', { name: /查看/ }).click();
    await page.getByRole('link', { name: '经过' }).first().click();
    await page.getByText(/催办/).first().waitFor();
    await close();
  });

  it('goes from a number of a chart to its rows, and back to the same board', async () => {
    const { page, close } = await visit(browser, city.base, { width: 1440, dark: false });
    await signIn(page, 'supervisor', password);
    await page.goto('/board');
    const panel = page.getByRole('group', { name: '逾期：机关 × 级别' });
    await panel.locator('svg').first().waitFor();
    await panel.getByRole('button', { name: '表 逾期：机关 × 级别' }).click();
    await page.waitForURL(/as=overdue/);
    const total = panel.getByRole('row').nth(1).getByRole('link').last();
    const count = Number(await total.textContent());
    await total.click();
    await page.waitForURL('**/board/rows**');
    await page.getByText(`${count} 个环节`).waitFor();
    await expect.poll(() => page.getByRole('row').count()).toBe(count + 1);
    await page.goBack();
    await panel.getByRole('table').waitFor();
    await page.reload();
    await panel.getByRole('table').waitFor();
    await close();
  });

  it('sees on the picture of a procedure where time goes, in numbers beside colours', async () => {
    const { page, close } = await visit(browser, city.base, { width: 1440, dark: false });
    await signIn(page, 'supervisor', password);
    await page.goto('/board/steps/XunShenJi');
    const step = page.getByRole('button', { name: /近一年办结 \d+ 件/ }).first();
    await step.waitFor();
    await expect.poll(() => page.locator('.step-sign', { hasText: '天' }).count()).toBeGreaterThan(1);
    await page.getByLabel('颜色表示').selectOption('late');
    await page.waitForURL(/by=late/);
    await page.locator('.step-sign', { hasText: '%' }).first().waitFor();
    await step.focus();
    await page.keyboard.press('Enter');
    await page.waitForURL('**/board/rows**');
    await close();
  });

  it('takes every table away as a spreadsheet', async () => {
    const { page, close } = await visit(browser, city.base, { width: 1440, dark: false });
    await signIn(page, 'supervisor', password);
    for (const [address, count] of [
      ['/board', 4],
      ['/board/flow', 2],
      ['/board/steps', 1],
      ['/board/compare', 1],
    ] as const) {
      await page.goto(address);
      await settled(page);
      const links = page.getByRole('link', { name: /导出 \.xlsx/ });
      await links.nth(count - 1).waitFor();
      await expect.poll(() => links.count()).toBe(count);
      for (const link of await links.all()) {
        const downloading = page.waitForEvent('download');
        await link.click();
        expect((await downloading).suggestedFilename()).toMatch(/\.xlsx$/);
      }
    }
    await close();
  });

  it.each([
    [1440, false],
    [1024, true],
    [390, false],
    [390, true],
  ])('finds every page of the board usable at %i pixels, dark %s', async (width, dark) => {
    const { page, troubles, close } = await visit(browser, city.base, { width, dark });
    await signIn(page, 'supervisor', password);
    const findings: Record<string, readonly string[]> = {};
    for (const address of addresses) {
      await page.goto(address);
      await page.locator('h1').first().waitFor();
      await settled(page);
      const found = [...(await axeFindings(page))];
      if ((await overflowOf(page)) > 0) found.push(`wider than the window by ${await overflowOf(page)}`);
      if (found.length > 0) findings[address] = found;
      await picture(page, `${address}-supervisor-${width}-${dark ? 'dark' : 'light'}`);
    }
    expect(findings).toEqual({});
    expect(troubles).toEqual([]);
    await close();
  });
});

describe('the platform', () => {
  beforeAll(() => city.call('supervisor', '/dossier-office/keepers', { person: 'cdi.style' }));

  it.each([
    [1440, false],
    [390, true],
  ])('at %i pixels, dark %s: usable by everyone, no wider than the window, nothing foreign', async (width, dark) => {
    const { page, troubles, close } = await visit(browser, city.base, { width, dark });
    await signIn(page, 'cdi.oversight', password);
    const findings: Record<string, readonly string[]> = {};
    for (const address of platformAddresses) {
      await page.goto(address);
      await page.locator('h1').first().waitFor();
      await settled(page);
      const found = [...(await axeFindings(page))];
      if ((await overflowOf(page)) > 0) found.push(`wider than the window by ${await overflowOf(page)}`);
      if (found.length > 0) findings[address] = found;
    }
    expect(findings).toEqual({});
    expect(troubles).toEqual([]);
    await close();
  });

  it.each(platformStories)('%s', async (_, user, story) => {
    const { page, troubles, close } = await visit(browser, city.base, { width: 1440, dark: false });
    page.setDefaultTimeout(20_000);
    await signIn(page, user, password);
    await story(page);
    expect(troubles).toEqual([]);
    await close();
  });
});
