import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import axe from 'axe-core';
import chromium from '@sparticuz/chromium';
import { chromium as browserType } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';

const pictures = fileURLToPath(new URL('../../../test-results/web/', import.meta.url));

export async function launch(): Promise<Browser> {
  mkdirSync(pictures, { recursive: true });
  const args = ['headless', 'no-sandbox', 'disable-gpu', 'disable-quic', 'no-first-run'];
  const silent = ['disable-background-networking', 'disable-component-update', 'disable-sync'];
  return browserType.launch({
    executablePath: await chromium.executablePath(),
    args: [...args, ...silent].map((flag) => `--${flag}`),
  });
}

export interface Visit {
  readonly page: Page;
  /** Policy violations, requests to other hosts and errors of scripts so far. */
  readonly troubles: readonly string[];
  readonly close: () => Promise<void>;
}

export interface Look {
  readonly width: number;
  readonly dark: boolean;
}

/** A browser of one person's own, watched for whatever must not happen on any page. */
export async function visit(browser: Browser, base: string, { width, dark }: Look): Promise<Visit> {
  const context = await browser.newContext({
    baseURL: base,
    viewport: { width, height: 900 },
    colorScheme: dark ? 'dark' : 'light',
    locale: 'zh-CN',
  });
  const troubles: string[] = [];
  const page = await context.newPage();
  await page.exposeFunction('reportTrouble', (text: string) => troubles.push(text));
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      const { reportTrouble } = globalThis as unknown as { reportTrouble: (text: string) => void };
      reportTrouble(`policy: ${violatedDirective} ${blockedURI}`);
    });
    const moved = globalThis as unknown as { movedBy: number };
    moved.movedBy = 0;
    interface Shift extends PerformanceEntry {
      readonly value: number;
      readonly hadRecentInput: boolean;
    }
    new PerformanceObserver((seen) => {
      for (const { value, hadRecentInput } of seen.getEntries() as Shift[]) if (!hadRecentInput) moved.movedBy += value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  page.on('pageerror', (error) => troubles.push(`script: ${error.message}`));
  page.on('request', (request) => {
    if (/^https?:/.test(request.url()) && !request.url().startsWith(base)) troubles.push(`host: ${request.url()}`);
  });
  return { page, troubles, close: () => context.close() };
}

/** What axe finds against WCAG 2.2 AA and good practice; run outside the page's policy. */
export async function axeFindings(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { axe: tool } = globalThis as unknown as { axe: { run(where: Document, options: object): Promise<Result> } };
    interface Result {
      readonly violations: readonly {
        readonly id: string;
        readonly nodes: readonly { readonly target: readonly unknown[] }[];
      }[];
    }
    const only = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    const { violations } = await tool.run(document, { runOnly: only });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`);
  });
}

/** Pixels by which a page is wider than its window. */
export const overflowOf = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** By how much what was on a page moved while the rest of it came, as browsers count it. */
export const movedBy = (page: Page): Promise<number> =>
  page.evaluate(() => (globalThis as unknown as { movedBy: number }).movedBy);

/** What is wrong with how a page is laid out: it is wider than the window, or a box is hard to hit. */
export async function layoutFindings(page: Page): Promise<string[]> {
  const overflow = await overflowOf(page);
  const small = await page.evaluate(() => {
    const boxes = [...document.querySelectorAll('input:is([type=checkbox], [type=radio])')];
    const sizes = boxes.filter((box) => box.checkVisibility()).map((box) => box.getBoundingClientRect());
    return sizes.filter(({ width, height }) => Math.min(width, height) < 24).length;
  });
  return [
    ...(overflow > 0 ? [`wider than the window by ${overflow}`] : []),
    ...(small > 0 ? [`${small} boxes smaller than 24 pixels`] : []),
  ];
}

export const picture = (page: Page, name: string): Promise<unknown> =>
  page.screenshot({ path: `${pictures}${name.replaceAll(/[^\w.-]+/g, '_')}.png` });

export async function signIn(page: Page, username: string, password: string): Promise<void> {
  await page.goto('/login');
  await page.getByLabel('用户名').fill(username);
  await page.getByLabel('密码').fill(password);
  await page.getByRole('button', { name: '登录' }).click();
  await page.waitForURL(/\/(work|board|unit)/);
}
