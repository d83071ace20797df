import { setTimeout as delay } from 'node:timers/promises';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFindings, launch, layoutFindings, movedBy, picture, signIn, visit } from './browser.ts';
import { openCity, password } from './city.ts';
import { behindPrefix } from './prefix.ts';

interface Tasks {
  readonly items: readonly { readonly id: string; readonly caseId: string; readonly form: string | null }[];
}

let city: Awaited<ReturnType<typeof openCity>>;
let browser: Browser;
let addresses: readonly string[];

beforeAll(async () => {
  [city, browser] = await Promise.all([openCity(), launch()]);
  const { items } = await city.call<Tasks>('insp.team1', '/tasks?scope=group&status=open');
  const [task] = items;
  if (!task) throw new Error('the demo city leaves the team a step to take');
  const tabs = [
    'overview',
    'diagram',
    'timeline',
    'findings',
    'letters',
    'files',
    'people',
    'children',
    'trail',
    'print',
  ];
  addresses = [
    '/work',
    '/work?scope=group',
    '/work?scope=agency',
    '/work?scope=done',
    '/work?q=nothing-like-this',
    `/tasks/${task.id}`,
    ...tabs.map((tab) => `/cases/${task.caseId}/${tab}`),
    '/cases',
    '/cases/new',
    '/cases/new?procedure=LianQingChaoGao',
    '/cases/import?procedure=XunShenJi',
    '/mechanisms',
    '/mechanisms/M5?procedure=ChaYueShenJi',
    '/mechanisms/M6',
    '/board',
    '/recurring',
    '/recurring/self-check',
    '/ledgers/finding',
    '/ledgers/item?status=open',
    '/registry/units',
    '/registry/units/housing',
    '/registry/cadres',
    '/registry/cadres/gb-008',
    '/registry/portfolios',
    '/registry-import',
    '/notices',
    '/me',
    '/me/deputies',
    '/admin/handover',
    '/admin/periods/P02',
    '/admin/people',
    '/help',
    '/no/such/page',
    '/tasks/nobody',
  ];
}, 240_000);

afterAll(async () => {
  await browser.close();
  await city.stop();
}, 60_000);

describe('every page', () => {
  const looks = [1440, 1024, 390].flatMap((width) => [false, true].map((dark) => [width, dark] as const));

  it.each(looks)(
    'at %i pixels, dark %s: usable by everyone, no wider than the window, nothing foreign',
    async (width, dark) => {
      const { page, troubles, close } = await visit(browser, city.base, { width, dark });
      await page.goto('/login');
      expect(await axeFindings(page)).toEqual([]);
      await signIn(page, 'insp.team1', password);
      const findings: Record<string, readonly string[]> = {};
      for (const address of addresses) {
        await page.goto(address);
        await page.locator('h1').first().waitFor();
        await page.waitForFunction(() => !document.querySelector('[aria-busy=true]'));
        const found = [...(await axeFindings(page)), ...(await layoutFindings(page))];
        if (found.length > 0) findings[address] = found;
        await picture(page, `${address}-${width}-${dark ? 'dark' : 'light'}`);
      }
      expect(findings).toEqual({});
      expect(troubles).toEqual([]);
      await close();
    },
  );

  it('speaks English on request and not a word of Chinese of its own then', async () => {
    const { page, close } = await visit(browser, city.base, { width: 1440, dark: false });
    await page.goto('/login');
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('en');
    await page.getByLabel('User name').fill('insp.team1');
    await page.getByLabel('Password').fill(password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('heading', { name: 'Mine' }).waitFor();
    expect(await page.getByRole('navigation', { name: 'Main navigation' }).innerText()).not.toMatch(/\p{Script=Han}/u);
    await close();
  });
});

it.each([1440, 390])('nothing moves under one’s eyes at %i pixels, however late each answer comes', async (width) => {
  const { page, close } = await visit(browser, city.base, { width, dark: false });
  await signIn(page, 'insp.team1', password);
  let asked = 0;
  await page.route('**/api/**', async (route) => {
    if (/\/(events|me)$/.test(new URL(route.request().url()).pathname)) return route.continue();
    asked += 1;
    await delay(60 * asked);
    return route.continue();
  });
  const moved: Record<string, number> = {};
  const print = addresses.find((address) => address.endsWith('/print')) ?? '';
  for (const address of ['/work', '/ledgers/finding', '/me', '/me/deputies', '/mechanisms', '/dossiers', print]) {
    asked = 0;
    await page.goto(address);
    await page.locator('h1').first().waitFor();
    await page.waitForLoadState('networkidle');
    await page.waitForFunction(() => !document.querySelector('[aria-busy=true]'));
    const by = await movedBy(page);
    if (by > 0.02) moved[address] = by;
  }
  expect(moved).toEqual({});
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await close();
});

it('a part that could not be read leaves the page its one heading and says so one level below', async () => {
  const { page, close } = await visit(browser, city.base, { width: 1440, dark: false });
  await signIn(page, 'insp.team1', password);
  const failed = { status: 503, contentType: 'application/problem+json', body: '{"status":503,"code":"AWAY"}' };
  await page.route('**/api/ledgers/finding?*', (route) => route.fulfill(failed));
  await page.goto('/ledgers/finding');
  await page.getByRole('heading', { name: '没有读到内容', level: 2 }).waitFor({ timeout: 60_000 });
  await page.getByRole('heading', { name: '台账 · 问题', level: 1 }).waitFor();
  expect(await page.locator('h1').count()).toBe(1);
  expect(await axeFindings(page)).toEqual([]);
  await close();
});

it('an address that asks for what there is not is told, and left by clearing it', async () => {
  const { page, troubles, close } = await visit(browser, city.base, { width: 390, dark: false });
  await signIn(page, 'insp.team1', password);
  await page.goto('/work?secrecy=no-such');
  await page.getByRole('link', { name: '清除筛选' }).click();
  await page.getByRole('heading', { name: /^我的待办/, level: 1 }).waitFor();
  await page.goto('/admin/calendars/default/99999');
  await page.getByRole('heading', { name: '没有这个页面' }).waitFor();
  expect(troubles).toEqual([]);
  await close();
});

it('whoever may not see a dossier learns how to ask, and nothing of whether there is one', async () => {
  const { page, close } = await visit(browser, city.base, { width: 390, dark: false });
  await signIn(page, 'fin.staff', password);
  const told: string[] = [];
  for (const id of ['gb-008', 'nobody']) {
    await page.goto(`/dossiers/cadre/${id}`);
    await page.getByRole('heading', { name: '您不在此件的知悉范围', level: 1 }).waitFor();
    told.push(await page.getByRole('main').innerText());
  }
  expect(told[1]).toBe(told[0]);
  await page.getByRole('link', { name: '申请查阅' }).click();
  await page.getByRole('heading', { name: '廉政档案查阅' }).first().waitFor();
  await close();
});

it('works below a path prefix, deep links reloaded', async () => {
  const proxy = await behindPrefix(city.base);
  const { page, troubles, close } = await visit(browser, proxy.base, { width: 1440, dark: false });
  await page.goto('/ld/login');
  await page.getByLabel('用户名').fill('insp.team1');
  await page.getByLabel('密码').fill(password);
  await page.getByRole('button', { name: '登录' }).click();
  await page.waitForURL('**/ld/work');
  await page.goto(`/ld${addresses[5]}`);
  await page.reload();
  await page.getByRole('button', { name: '提交' }).waitFor();
  expect(troubles).toEqual([]);
  await close();
  proxy.close();
});

it('needs less than 350 kB of compressed script for the worklist', async () => {
  const { page, close } = await visit(browser, city.base, { width: 1440, dark: false });
  let bytes = 0;
  page.on('response', (response) => {
    if (response.url().endsWith('.js')) bytes += Number(response.headers()['content-length'] ?? 0);
  });
  await signIn(page, 'insp.team1', password);
  await page.getByRole('heading', { name: '我的待办' }).waitFor();
  expect(bytes).toBeGreaterThan(50_000);
  expect(bytes).toBeLessThan(350_000);
  await close();
});
