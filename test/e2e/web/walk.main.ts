import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { launch, signIn, visit } from './browser.ts';
import { openCity, password } from './city.ts';

/** The README's pictures, taken of the running product: `npm run pictures`. LIANDONG_URL names one that already runs. */
const folder = fileURLToPath(new URL('../../../docs/images/', import.meta.url));

interface Stop {
  readonly name: string;
  readonly user: string;
  readonly address: string;
  /** What is there once the page is. */
  readonly shows: (page: Page) => Promise<unknown>;
}

interface Found {
  readonly items: readonly { readonly id: string; readonly caseId: string }[];
}

const heading = (page: Page): Promise<unknown> => page.locator('h1').first().waitFor();
const drawn = (page: Page): Promise<unknown> => page.locator('.djs-shape').first().waitFor();

async function stopsIn(city: Awaited<ReturnType<typeof openCity>>): Promise<readonly Stop[]> {
  const { items } = await city.call<Found>('insp.team1', '/tasks?scope=group&status=open');
  const [task] = items;
  if (!task) throw new Error('示例城市里没有巡察组的待办');
  return [
    { name: 'walk-1-work', user: 'insp.team1', address: '/work?scope=group', shows: heading },
    { name: 'walk-2-step', user: 'insp.team1', address: `/tasks/${task.id}`, shows: heading },
    { name: 'walk-3-case', user: 'supervisor', address: `/cases/${task.caseId}/diagram`, shows: drawn },
    { name: 'walk-4-board', user: 'supervisor', address: '/board', shows: heading },
    { name: 'walk-5-design', user: 'designer', address: '/design/XunShenJi', shows: drawn },
  ];
}

async function take(browser: Browser, base: string, { name, user, address, shows }: Stop): Promise<void> {
  const { page, close } = await visit(browser, base, { width: 1440, dark: false });
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await signIn(page, user, password);
  await page.goto(address);
  await shows(page);
  await page.waitForFunction(() => !document.querySelector('[aria-busy=true]'));
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: `${folder}${name}.png` });
  console.log(`docs/images/${name}.png  ${address}`);
  await close();
}

mkdirSync(folder, { recursive: true });
const [city, browser] = await Promise.all([openCity(), launch()]);
try {
  for (const stop of await stopsIn(city)) await take(browser, city.base, stop);
} finally {
  await browser.close();
  await city.stop();
}
