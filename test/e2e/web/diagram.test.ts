import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launch, signIn, visit } from './browser.ts';
import { openCity, password } from './city.ts';

interface Cases {
  readonly items: readonly { readonly id: string; readonly status: string; readonly title: string }[];
}

let city: Awaited<ReturnType<typeof openCity>>;
let browser: Browser;
let address: string;

beforeAll(async () => {
  [city, browser] = await Promise.all([openCity(), launch()]);
  const { items } = await city.call<Cases>('supervisor', '/cases?definitionKey=JiXunCaiShen');
  const wide = items.find(({ title }) => title === '城市更新专项资金四方联动');
  if (!wide) throw new Error('the demo city has a four-party case under way');
  address = `/cases/${wide.id}/diagram?as=picture`;
}, 240_000);

afterAll(async () => {
  await browser.close();
  await city.stop();
}, 60_000);

async function diagramAt(width: number): Promise<{ page: Page; canvas: Locator; close: () => Promise<void> }> {
  const { page, close } = await visit(browser, city.base, { width, dark: false });
  await signIn(page, 'supervisor', password);
  await page.goto(address);
  const canvas = page.getByRole('group', { name: /^流程图：/ });
  await canvas.getByRole('button').first().waitFor();
  return { page, canvas, close };
}

/** Steps of which any part lies outside the canvas or under the names of the lanes. */
const hiddenSteps = (canvas: Locator, label: RegExp): Promise<string[]> =>
  canvas.evaluate(
    (element, { source }) => {
      const window = element.getBoundingClientRect();
      const names = element.querySelector('.lane-strip')?.getBoundingClientRect();
      const left = names?.right ?? window.left;
      return [...element.querySelectorAll('[role=button][aria-label]')]
        .filter((step) => new RegExp(source).test(step.getAttribute('aria-label') ?? ''))
        .filter((step) => {
          const box = (step.querySelector('.djs-hit') ?? step).getBoundingClientRect();
          return box.left < left || box.right > window.right || box.top < window.top || box.bottom > window.bottom;
        })
        .map((step) => step.getAttribute('aria-label') ?? '');
    },
    { source: label.source },
  );

it.each([1440, 1024])('at %i pixels the first view shows every step where the case stands', async (width) => {
  const { canvas, close } = await diagramAt(width);
  await expect.poll(() => canvas.getByRole('button', { name: /当前|逾期/ }).count()).toBeGreaterThan(1);
  await expect.poll(() => hiddenSteps(canvas, /当前|逾期/)).toEqual([]);
  await close();
});

it.each([1440, 1024, 390])('at %i pixels 全图 shows the whole of a wide procedure beside its lanes', async (width) => {
  const { page, canvas, close } = await diagramAt(width);
  await expect.poll(() => hiddenSteps(canvas, /./)).not.toEqual([]);
  await page.getByRole('button', { name: '全图' }).click();
  await expect.poll(() => hiddenSteps(canvas, /./)).toEqual([]);
  await close();
});

it('lanes keep their names in sight wherever one looks', async () => {
  const { canvas, close } = await diagramAt(1440);
  const names = () => canvas.locator('.lane-strip > div').allInnerTexts();
  const last = canvas.getByRole('button', { name: /归档/ }).last();
  await last.focus();
  await expect.poll(async () => (await names()).length).toBeGreaterThan(1);
  const own = (await last.getAttribute('aria-label'))?.split('、')[1];
  await expect.poll(names).toContain(own);
  await close();
});
