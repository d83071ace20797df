import type { Browser, Page, Response } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launch, signIn, visit } from './browser.ts';
import { openCity, password } from './city.ts';

interface Task {
  readonly id: string;
  readonly name: string;
  readonly status: string;
  readonly assignee: string | null;
}

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

const taskOf = async (user: string, scope: string): Promise<Task> => {
  const { items } = await city.call<{ items: Task[] }>(user, `/tasks?scope=${scope}&status=open`);
  const [task] = items;
  if (!task) throw new Error(`${user} has nothing in ${scope}`);
  return task;
};

const isChange = (answer: Response): boolean => answer.request().method() === 'PATCH';

const statusOf = async (user: string, id: string) => (await city.call<Task>(user, `/tasks/${id}`)).status;

it('a leader finds a step, fills it in, loses nothing on the way, sees what will happen and decides', async () => {
  const task = await taskOf('supervisor', 'group');
  const { page, close } = await as('supervisor');
  await page.goto('/work?scope=group');
  await page.getByRole('row', { name: task.name }).getByRole('link', { name: /办理/ }).first().click();
  await page.getByLabel('审批意见').fill('同意调取，限本次检查使用。');
  await page.getByText(/已存 \d\d:\d\d/).waitFor();

  await page.reload();
  await expect.poll(() => page.getByLabel('审批意见').inputValue()).toBe('同意调取，限本次检查使用。');

  await page.context().clearCookies();
  await page.getByLabel('备注').fill('会话在填写途中结束。');
  await page.getByText('登录已过期。').waitFor();
  const again = page.getByRole('dialog');
  await again.getByLabel('密码').fill(password);
  await again.getByRole('button', { name: '登录' }).click();
  await again.waitFor({ state: 'detached' });
  await expect.poll(() => page.getByLabel('备注').inputValue()).toBe('会话在填写途中结束。');

  const outcome = page.getByRole('group', { name: /办理结果/ }).getByRole('radio');
  if ((await outcome.count()) > 0) await outcome.first().check();
  await page.getByRole('button', { name: /^提交/ }).click();
  const confirmation = page.getByRole('dialog');
  await confirmation.getByRole('heading', { name: '接下来' }).waitFor();
  await confirmation
    .getByText(/^(→|■|没有新的)/)
    .first()
    .waitFor();
  expect(await statusOf('supervisor', task.id)).toBe('open');
  await confirmation.getByRole('button', { name: /^提交/ }).click();
  await page.waitForURL('**/work');
  expect(await statusOf('supervisor', task.id)).toBe('completed');
  await close();
});

it('a handler works without a mouse: j to the row, c to claim and to release, Enter to open', async () => {
  const task = await taskOf('insp.team1', 'group');
  const { page, close } = await as('insp.team1');
  await page.goto('/work?scope=group');
  await page.locator('tr[data-task]').first().waitFor();
  await page.keyboard.press('j');
  const row = page.locator(`tr[data-task="${task.id}"]`);
  for (let presses = 0; !(await row.evaluate((element) => element.contains(document.activeElement))); presses += 1) {
    expect(presses).toBeLessThan(100);
    await page.keyboard.press('j');
  }
  await page.keyboard.press('c');
  await page.getByText(`已签收「${task.name}」`).waitFor();
  expect((await city.call<Task>('insp.team1', `/tasks/${task.id}`)).assignee).toBe('insp.team1');
  await page.keyboard.press('c');
  await page.getByText(`已退签「${task.name}」`).waitFor();
  await page.keyboard.press('Enter');
  await page.waitForURL(`**/tasks/${task.id}`);
  const claim = page.getByRole('button', { name: '签收', exact: true });
  await claim.focus();
  await page.keyboard.press('Enter');
  await claim.waitFor({ state: 'detached' });
  // The button is gone with what it did; the focus is not.
  await expect.poll(() => page.evaluate(() => document.activeElement === document.body)).toBe(false);
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);
  await city.call('insp.team1', `/tasks/${task.id}/unclaim`, {});
  await close();
});

it('keys are silent in fields and when they are switched off', async () => {
  const { page, close } = await as('insp.team1');
  await page.goto('/work?scope=group');
  await page.locator('tr[data-task]').first().waitFor();
  await page.keyboard.press('/');
  await page.keyboard.type('jc?');
  await expect.poll(() => page.getByRole('searchbox').inputValue()).toBe('jc?');
  expect(await page.getByRole('dialog').count()).toBe(0);
  await page.goto('/me');
  const kept = page.waitForResponse((answer) => answer.url().endsWith('/me/preferences') && isChange(answer));
  await page.getByLabel('启用单键快捷键').uncheck();
  await kept;
  await page.goto('/work?scope=group');
  await page.locator('tr[data-task]').first().waitFor();
  await page.keyboard.press('?');
  expect(await page.getByRole('dialog').count()).toBe(0);
  await close();
});

it('what is missing is told at the top and at its field, and nothing is sent', async () => {
  const { page, close } = await as('insp.team1');
  await page.goto('/work?scope=group');
  const rows = page.locator('tr[data-task]');
  await rows.first().waitFor();
  await rows.last().getByRole('link', { name: /办理/ }).click();
  await page.getByRole('button', { name: /^提交/ }).click();
  const summary = page.getByRole('alert').filter({ hasText: '需要更正' });
  await summary.waitFor();
  await expect.poll(() => summary.evaluate((element) => element === document.activeElement)).toBe(true);
  await summary.getByRole('link').first().click();
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toMatch(/^field-/);
  await close();
});

it('a leader with ten minutes sees what stands still and why without scrolling', async () => {
  const { page, close } = await as('supervisor');
  await page.goto('/board');
  const rows = page.getByRole('region', { name: /停滞的案件/ }).locator('tbody tr');
  await rows.first().waitFor();
  await expect
    .poll(async () => {
      const third = await rows.nth(2).boundingBox();
      return third && third.y + third.height;
    })
    .toBeLessThan(900);
  await rows.first().getByRole('button', { name: /催办/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: '催办' }).click();
  await page.getByText('已催办').waitFor();
  await close();
});

it('two people on one step: the second is told, keeps what was written and sees the result', async () => {
  const { items } = await city.call<{ items: Task[] }>('fin.staff', '/tasks?scope=group&status=open');
  const task = items.find(({ name }) => name === '提供巡前情况');
  if (!task) throw new Error('the demo city asks the finance bureau for what it knows');
  const { page, close } = await as('fin.staff');
  await page.goto(`/tasks/${task.id}`);
  const opinion = page.locator('[id="field-opinion"]');
  await opinion.fill('近三年检查两次，均已整改。');
  await city.call('fin.head', `/tasks/${task.id}/complete`, { variables: { opinion: '没有发现问题。' } });

  await page.getByRole('button', { name: /^提交/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('您填写的内容已保留').waitFor();
  expect(await opinion.inputValue()).toBe('近三年检查两次，均已整改。');
  await dialog.getByRole('button', { name: '看办理结果' }).click();
  await page.getByText(/此件已办结。/).waitFor();
  await close();
});

it('a step is given to another with what that means told first, and it is theirs', async () => {
  const task = await taskOf('audit.staff', 'group');
  const { page, close } = await as('audit.staff');
  await page.goto(`/tasks/${task.id}`);
  await page.getByRole('button', { name: '转办' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('转给').selectOption('audit.head');
  await dialog.getByText('您不再承办').waitFor();
  await dialog.getByRole('button', { name: /转办给/ }).click();
  await page.getByText(/已转办给/).waitFor();
  expect((await city.call<Task>('audit.head', `/tasks/${task.id}`)).assignee).toBe('audit.head');
  await close();
});
