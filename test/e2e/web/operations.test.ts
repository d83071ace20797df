import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { and, bpmn, end, flows, process, start, user } from '../../support/bpmn.ts';
import { axeFindings, launch, overflowOf, signIn, visit } from './browser.ts';
import { openCity, password } from './city.ts';

interface Case {
  readonly id: string;
  readonly number: string;
  readonly status: string;
  readonly openTasks: readonly { readonly elementId: string; readonly name: string }[];
}

let city: Awaited<ReturnType<typeof openCity>>;
let browser: Browser;

/** 核实 and 估算 at once, then 结论; corrections want two persons. */
const guarded = bpmn(
  process(
    'HeShiDemo',
    { name: '联合核实', 'ld:corrections': 'two-persons' },
    start('s'),
    and('f'),
    user('check', { name: '核实情况', 'ld:role': 'insp.office', 'ld:agency': 'insp', 'ld:due': 'P10D' }),
    user('cost', { name: '估算金额', 'ld:role': 'fin.staff', 'ld:agency': 'fin', 'ld:due': 'P5D' }),
    and('j', { name: '汇总' }),
    user('close', { name: '形成结论', 'ld:role': 'insp.office', 'ld:agency': 'insp' }),
    end('e'),
    flows('s>f>check>j>close>e', 'f>cost>j'),
  ),
);

beforeAll(async () => {
  [city, browser] = await Promise.all([openCity(), launch()]);
  await city.call('designer', '/definitions', guarded);
}, 240_000);

afterAll(async () => {
  await browser.close();
  await city.stop();
}, 60_000);

async function as(username: string, width = 1440): Promise<{ page: Page; troubles: readonly string[] }> {
  const { page, troubles } = await visit(browser, city.base, { width, dark: false });
  page.setDefaultTimeout(20_000);
  await signIn(page, username, password);
  return { page, troubles };
}

const opened = (title: string) => city.call<Case>('insp.office', '/cases', { definitionKey: 'HeShiDemo', title });
const seen = (id: string) => city.call<Case>('supervisor', `/cases/${id}`);
const goTo = (page: Page, { id }: Case, tab = 'overview') => page.goto(`/cases/${id}/${tab}`);

async function begin(page: Page, operation: string) {
  await page.locator('.page-head details.row-menu > summary').click();
  await page.locator('.menu-panel').getByRole('button', { name: operation, exact: true }).click();
  return page.getByRole('dialog');
}
const gone = (page: Page) => page.getByRole('dialog').waitFor({ state: 'detached' });

it.each([1440, 390])(
  'a correction is seen beforehand, asked for, and confirmed by another, at %i pixels',
  async (width) => {
    const matter = await opened(`青石镇专项资金 ${width}`);
    const { page, troubles } = await as('supervisor', width);
    await goTo(page, matter);
    const dialog = await begin(page, '更正环节');
    await dialog.getByText('须由另一位有权更正的人员确认').waitFor();
    await dialog.getByLabel('怎样更正').selectOption('move');
    await dialog.getByLabel(/^在办环节/).selectOption({ label: '估算金额（云川市财政局）' });
    await dialog.getByLabel('目标环节').selectOption({ label: '形成结论' });
    await dialog.getByText('流程将停在那里').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    expect(await overflowOf(page)).toBeLessThanOrEqual(0);
    const ask = dialog.getByRole('button', { name: '提请确认' });
    expect(await ask.getAttribute('aria-disabled')).toBe('true');
    await dialog.getByRole('textbox', { name: /理由/ }).fill('材料补正');
    await dialog.getByLabel(/我已知晓/).check();
    await ask.click();
    await gone(page);
    expect((await seen(matter.id)).openTasks.map(({ elementId }) => elementId)).toEqual(
      expect.arrayContaining(['check', 'cost']),
    );
    await page.getByRole('link', { name: '查看并确认' }).click();
    await page.getByText('不能由提出人自己确认').waitFor();

    const head = await as('cdi.head', width);
    await goTo(head.page, matter, 'timeline');
    await head.page.getByRole('link', { name: '查看并确认' }).click();
    await head.page.getByText('把「估算金额」移到「形成结论」').waitFor();
    await head.page.getByText('材料补正', { exact: true }).waitFor();
    expect(await axeFindings(head.page)).toEqual([]);
    await head.page.getByLabel('同意', { exact: true }).check();
    await head.page.getByRole('button', { name: '提交：同意' }).click();
    await head.page.getByRole('dialog').getByRole('button', { name: '提交：同意' }).click();
    await gone(head.page);
    await expect
      .poll(async () => (await seen(matter.id)).openTasks.map(({ elementId }) => elementId).toSorted())
      .toEqual(['check', 'close']);
    expect([...troubles, ...head.troubles]).toEqual([]);
  },
);

it('an added task goes to whoever is asked, who sees what is asked and does it', async () => {
  const matter = await opened('云川桥工程款');
  const { page } = await as('supervisor');
  await goTo(page, matter);
  const dialog = await begin(page, '添加临时任务');
  await dialog.getByLabel('任务名称').fill('补充说明材料');
  await dialog.getByRole('textbox', { name: '要求' }).fill('请说明拨付情况。');
  await dialog.getByLabel('办理人').fill('米丰年');
  await dialog.locator('.pick li').filter({ hasText: '米丰年' }).click();
  await dialog.getByLabel('到期日').fill('20301210');
  await dialog.getByText('送米丰年办理「补充说明材料」').waitFor();
  await dialog.getByRole('button', { name: '添加临时任务' }).click();
  await gone(page);
  const doer = await as('fin.staff');
  await goTo(doer.page, matter);
  await doer.page.getByRole('link', { name: '补充说明材料' }).first().click();
  await doer.page.getByText('请说明拨付情况。').waitFor();
  await doer.page.getByRole('button', { name: '提交', exact: true }).click();
  await doer.page.getByRole('dialog').getByRole('button', { name: '提交' }).click();
  await gone(doer.page);
  await expect
    .poll(async () => (await seen(matter.id)).openTasks.map(({ name }) => name))
    .not.toContain('补充说明材料');
});

it('a copy is read by whom it is for, and who sent it sees when', async () => {
  const matter = await opened('河东水库移民款');
  const { page } = await as('supervisor');
  await goTo(page, matter);
  const dialog = await begin(page, '抄送');
  await dialog.getByLabel('抄送给').fill('费正平');
  await dialog.locator('.pick li').filter({ hasText: '费正平' }).click();
  await dialog.getByLabel('附言').fill('请知悉');
  await dialog.getByRole('button', { name: '抄送', exact: true }).click();
  await gone(page);
  await page.getByText('未阅').waitFor();
  const reader = await as('audit.head');
  await reader.page.goto('/work');
  await reader.page.getByRole('link', { name: /^抄送我的 \d/ }).click();
  const line = reader.page.getByRole('listitem').filter({ hasText: matter.number });
  await line.getByText('请知悉').waitFor();
  expect(await axeFindings(reader.page)).toEqual([]);
  await line.getByRole('button', { name: '标为已阅' }).click();
  await line.getByRole('button', { name: '标为已阅' }).waitFor({ state: 'detached' });
  await line.getByText(/已阅$/).waitFor();
  await page.reload();
  await page.getByText(/\d\d:\d\d 已阅/).waitFor();
});

it('cases are linked, split off and merged, each told beforehand and found on both', async () => {
  const [one, other] = [await opened('青石镇扶贫款'), await opened('青石镇扶贫款（重复）')];
  const { page } = await as('supervisor');
  await goTo(page, one);
  const link = await begin(page, '关联案件');
  await link.getByLabel('案件').fill(other.number);
  await link.locator('.pick li').filter({ hasText: other.number }).click();
  await link.getByRole('button', { name: '关联案件' }).click();
  await gone(page);
  await page.getByText('相关：').waitFor();

  const split = await begin(page, '分案');
  await split.getByLabel('新案名称').fill('青石镇扶贫款另案');
  await split.getByText('办理「核实情况」').waitFor();
  await split.getByRole('textbox', { name: /理由/ }).fill('另案处理');
  await split.getByRole('button', { name: '分案' }).click();
  await page.getByRole('heading', { name: '青石镇扶贫款另案' }).waitFor();
  await page.getByText('分自对方').waitFor();

  await goTo(page, other);
  const merge = await begin(page, '并案');
  await merge.getByLabel('并入').fill(one.number);
  await merge.locator('.pick li').filter({ hasText: one.number }).click();
  await merge.getByText('案件办结。').waitFor();
  await merge.getByRole('textbox', { name: /理由/ }).fill('同一事项');
  await merge.getByRole('button', { name: '并案' }).click();
  await gone(page);
  await page.getByText(`本案已并入 ${one.number}`).waitFor();
  await expect.poll(async () => (await seen(other.id)).status).toBe('completed');
  await goTo(page, one);
  await page.getByText('由对方并来').waitFor();
});

it('everything is reached by keys: the menu, the dialog, and back to where one was', async () => {
  const matter = await opened('键盘核实');
  const { page } = await as('supervisor');
  await goTo(page, matter);
  const summary = page.locator('.page-head details.row-menu > summary');
  await summary.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: /记便签/ });
  await dialog.waitFor();
  await dialog.getByLabel('内容').focus();
  await page.keyboard.type('电话核实一次');
  await dialog.getByRole('button', { name: '记便签' }).focus();
  await expect.poll(() => dialog.getByRole('button', { name: '记便签' }).getAttribute('aria-disabled')).toBe('false');
  await page.keyboard.press('Enter');
  await gone(page);
  await page.getByText('电话核实一次').waitFor();
  await expect.poll(() => summary.evaluate((element) => element === document.activeElement)).toBe(true);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Escape');
  await page.locator('.page-head .menu-panel').waitFor({ state: 'hidden' });
});
