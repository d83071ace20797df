import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFindings, launch, overflowOf, picture, signIn, visit } from './browser.ts';
import { openCity, password } from './city.ts';

interface Opened {
  readonly id: string;
  readonly openTasks: readonly { readonly name: string; readonly dueOn: string | null }[];
}

let city: Awaited<ReturnType<typeof openCity>>;
let browser: Browser;
/** A code of its own, so that a city that is there already can be drawn in twice. */
const code = `WangYeHua${Date.now().toString(36)}`;

beforeAll(async () => {
  [city, browser] = await Promise.all([openCity(), launch()]);
}, 240_000);

afterAll(async () => {
  await browser.close();
  await city.stop();
}, 60_000);

async function visited(user: string, width = 1440, dark = false) {
  const visitor = await visit(browser, city.base, { width, dark });
  await signIn(visitor.page, user, password);
  return visitor;
}
const counts = (page: Page, text: string) => page.getByRole('toolbar').getByText(text).waitFor();
const step = (page: Page, name: string) => page.locator('.djs-shape', { hasText: name }).locator('.djs-hit').last();

describe('a procedure in the page', () => {
  it('is drawn, told at the element what is wrong, corrected and published', async () => {
    const { page, troubles, close } = await visited('designer');
    await page.goto('/design');
    await page.getByRole('button', { name: '新流程' }).click();
    await page.getByRole('dialog').getByLabel('名称').fill('网页上画的流程');
    await page.getByRole('dialog').getByLabel('代码').fill(code);
    await page.getByRole('checkbox', { name: '云川市纪委监委', exact: true }).check();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: '开始画' }).click();

    await step(page, '受理').click();
    await page.getByLabel('岗位角色').selectOption('cdi.intake');
    await page.locator('.djs-context-pad [data-action="append.append-task"]').click();
    await page.keyboard.press('Escape');
    await page.getByLabel('名称', { exact: true }).fill('初核');
    await page.getByLabel('岗位角色').selectOption('cdi.intake');
    await page.getByRole('button', { name: '环节表' }).click();
    const table = page.getByRole('table', { name: '环节表' });
    await table.getByRole('button', { name: '在后面添加 初核' }).click();
    await page.getByLabel('类型').selectOption({ label: '脚本任务' });
    await table.getByLabel('名称', { exact: true }).fill('算时限');
    await page.getByRole('button', { name: '添加', exact: true }).click();
    await counts(page, '1 错');
    await page.getByRole('button', { name: '图', exact: true }).click();
    await page.locator('.djs-overlays .step-sign.fault').waitFor();
    await page.getByRole('region', { name: '问题' }).getByText('脚本任务没有脚本').first().waitFor();
    await page.getByRole('button', { name: '定位 算时限' }).click();
    await page.getByRole('heading', { name: '脚本任务「算时限」' }).waitFor();
    await picture(page, 'design-defect-1440');

    const saved = page.waitForResponse(
      (answer) => answer.url().includes('/design/drafts/') && (answer.request().postData() ?? '').includes('level'),
    );
    await page.getByLabel('表达式').fill('1 + 1');
    await page.getByLabel('结果存入变量').fill('level');
    await counts(page, '0 错');
    await page.locator('.djs-overlays .step-sign.fault').waitFor({ state: 'detached' });
    expect(await axeFindings(page)).toEqual([]);

    await saved;
    await page.reload();
    await step(page, '算时限').waitFor();
    await page.getByRole('button', { name: '发布…' }).click();
    await page.getByRole('dialog').getByText('第 1 版').waitFor();
    await page.getByRole('button', { name: '发布', exact: true }).click();
    await page.waitForURL(`**/design/${code}/versions`);
    await page.getByText('生效中').waitFor();
    expect(troubles).toEqual([]);
    await close();
  });

  it('is tried with every role to play and a clock to move', async () => {
    const { page, troubles, close } = await visited('designer');
    await page.goto(`/design/${code}/versions`);
    await page.getByRole('button', { name: '试运行 第 1 版' }).click();
    await page.getByRole('button', { name: '开始试运行' }).click();
    await page.getByRole('button', { name: '提交' }).waitFor();
    const bar = page.getByRole('region', { name: '试运行', exact: true });
    const before = await bar.locator('strong').innerText();
    await page.getByRole('button', { name: '＋5 个工作日' }).click();
    await page.waitForFunction((text) => document.querySelector('.trial-bar strong')?.textContent !== text, before);
    expect(await axeFindings(page)).toEqual([]);
    await picture(page, 'design-trial-1440');
    await page.getByRole('button', { name: '提交' }).click();
    await page.getByRole('button', { name: '初核', exact: true }).waitFor();
    await page.getByRole('button', { name: '提交' }).click();
    await page.getByText('已办结').first().waitFor();
    await page.getByRole('link', { name: '变量' }).click();
    await page.getByText('level').first().waitFor();
    await page.getByRole('button', { name: '结束并移除' }).click();
    await page.waitForURL(`**/design/${code}`);
    expect(troubles).toEqual([]);
    await close();
  });

  it('is drawn on by keyboard alone, in the table of steps, and undone', async () => {
    const { page, troubles, close } = await visited('designer');
    await page.goto(`/design/${code}?as=table`);
    const table = page.getByRole('table', { name: '环节表' });
    await table.getByLabel('第 2 行的名称').focus();
    await page.keyboard.press('Control+A');
    await page.keyboard.type('受理登记');
    await page.keyboard.press('Tab');
    await table.getByRole('button', { name: '属性 受理登记' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '用户任务「受理登记」' }).waitFor();
    await page.getByLabel('期限', { exact: true }).focus();
    await page.keyboard.press('ArrowDown');
    const due = page.getByLabel('时长', { exact: true });
    await due.focus();
    await page.keyboard.press('Control+A');
    await page.keyboard.type('P30D');
    await page.keyboard.press('Tab');
    await table.getByRole('button', { name: '在后面添加 初核' }).focus();
    await page.keyboard.press('Enter');
    await table.locator('select:focus').waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.type('会商');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '用户任务「会商」' }).waitFor();
    await page.keyboard.press('Control+K');
    await page.getByRole('dialog', { name: '命令' }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.type('撤销');
    await page.keyboard.press('Enter');
    await table.getByRole('button', { name: '属性 会商' }).waitFor({ state: 'detached' });
    await page.getByText(/已存/).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    expect(troubles).toEqual([]);
    await close();
  });

  it('shows what differs, and moves open cases after a dry run', async () => {
    for (const title of ['第一件', '第二件'])
      await city.call<Opened>('cdi.intake', '/cases', { definitionKey: code, title });
    const { page, troubles, close } = await visited('designer');
    await page.goto(`/design/${code}`);
    await page.getByRole('link', { name: '比较第 1 版' }).click();
    await page
      .getByRole('region', { name: '不同之处' })
      .getByRole('button', { name: /受理登记/ })
      .waitFor();
    await page.locator('.mark-changed').first().waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await picture(page, 'design-compare-1440');
    await page.goBack();
    await page.getByRole('button', { name: '发布…' }).click();
    await page.getByText('在办 2 件仍按第 1 版。').waitFor();
    await page.getByRole('button', { name: '发布并去迁移' }).click();
    await page.getByRole('heading', { name: /^迁移在办案件/ }).waitFor();
    const address = page.url();
    await page.getByText('只有主管领导可以迁移').waitFor();
    await close();

    const leader = await visited('supervisor');
    await leader.page.goto(address);
    await leader.page.getByRole('button', { name: '试算' }).click();
    await leader.page.getByText('可以迁移').first().waitFor();
    await leader.page
      .getByRole('button', { name: /^看前后/ })
      .first()
      .click();
    const plan = leader.page.getByRole('dialog');
    await plan.getByRole('table', { name: '待办环节' }).getByText('受理登记').waitFor();
    await plan.getByRole('table', { name: '提醒与期限' }).getByRole('row').nth(1).waitFor();
    expect(await axeFindings(leader.page)).toEqual([]);
    await picture(leader.page, 'design-migration-1440');
    await leader.page.keyboard.press('Escape');
    await leader.page.getByRole('button', { name: '迁移…' }).click();
    await leader.page.getByLabel('理由').fill('受理期限改为三十日');
    await leader.page.getByRole('button', { name: '迁移 2 件' }).click();
    await leader.page.getByText('已迁移').first().waitFor();
    expect([...troubles, ...leader.troubles]).toEqual([]);
    await leader.close();
    const { items } = await city.call<{ items: readonly { id: string }[] }>(
      'cdi.intake',
      `/cases?definitionKey=${code}`,
    );
    // The run moves one after the other.
    const standing = async () => {
      const moved = await Promise.all(items.map(({ id }) => city.call<Opened>('cdi.intake', `/cases/${id}`)));
      return moved.map(({ openTasks }) => openTasks.map(({ name, dueOn }) => [name, dueOn !== null]));
    };
    await expect.poll(standing).toEqual([[['受理登记', true]], [['受理登记', true]]]);
  });
});

describe('every page of the designer', () => {
  const addresses = () => [
    '/design',
    '/design?kind=decision',
    '/design?kind=form',
    '/design/XunShenJi',
    '/design/XunShenJi?as=table',
    '/design/XunShenJi/versions',
    '/design/XunShenJi/versions/1',
    `/design/${code}/versions/1?compare=2`,
    `/design/${code}/migrate`,
    `/design/${code}/scenarios`,
    '/design/forms/ShenPi',
    '/what-if',
    '/what-if?kind=calendar',
    `/what-if?kind=assignment&key=${code}`,
    `/what-if?kind=version&key=${code}`,
  ];
  const looks = [1440, 1024, 390].flatMap((width) => [false, true].map((dark) => [width, dark] as const));

  it.each(looks)('at %i pixels, dark %s: usable by everyone, no wider than the window', async (width, dark) => {
    const { page, troubles, close } = await visited('designer', width, dark);
    const findings: Record<string, readonly string[]> = {};
    for (const address of addresses()) {
      await page.goto(address);
      await page.locator('h1').first().waitFor();
      await page.waitForFunction(() => !document.querySelector('[aria-busy=true]'));
      const found = [...(await axeFindings(page))];
      if ((await overflowOf(page)) > 0) found.push(`wider than the window by ${await overflowOf(page)}`);
      if (found.length > 0) findings[address] = found;
      await picture(page, `${address}-${width}-${dark ? 'dark' : 'light'}`);
    }
    expect(findings).toEqual({});
    expect(troubles).toEqual([]);
    await close();
  });

  it('on a phone a procedure is read in words and tried, not drawn', async () => {
    const { page, close } = await visited('designer', 390);
    await page.goto('/design/XunShenJi');
    await page.getByText('请在更宽的屏幕上编辑').waitFor();
    await page.getByRole('button', { name: '文字', pressed: true }).waitFor();
    expect(await page.getByRole('button', { name: '发布…' }).count()).toBe(0);
    await page.getByRole('button', { name: '试运行' }).click();
    expect(await axeFindings(page)).toEqual([]);
    await close();
  });
});

it('tells what another agency at a step would mean, per agency and week, before anything is changed', async () => {
  const { page, troubles, close } = await visited('supervisor');
  await page.goto(`/what-if?kind=assignment&key=${code}`);
  await page.getByLabel('要改的环节').selectOption({ label: '受理登记' });
  await page.getByLabel('承办机关').selectOption({ label: '云川市审计局' });
  await page.getByRole('button', { name: '推演', exact: true }).click();
  const effect = page.getByRole('region', { name: '推演结果' });
  await effect.getByText('看了 2 件在办案件的 2 个待办').waitFor();
  await effect.getByRole('table', { name: '各周到期多少' }).getByText('云川市审计局').first().waitFor();
  await expect.poll(() => effect.getByRole('table', { name: '有变化的' }).getByRole('row').count()).toBe(3);
  expect(await axeFindings(page)).toEqual([]);
  expect(troubles).toEqual([]);
  await close();
});

it("draws on the diagram what scenarios have walked, one of them a trial of one's own", async () => {
  const { page, troubles, close } = await visited('designer');
  await page.goto(`/design/${code}/versions`);
  await page.getByRole('button', { name: '试运行 第 1 版' }).click();
  await page.getByRole('button', { name: '开始试运行' }).click();
  await page.getByRole('button', { name: '提交' }).click();
  await page.getByRole('button', { name: '初核', exact: true }).waitFor();
  await page.goto(`/design/${code}/scenarios?version=1`);
  await page.getByRole('group', { name: '走哪些场景' }).getByRole('checkbox').nth(1).check();
  await page.getByRole('button', { name: '走一遍' }).click();
  await page.getByText('✓ 走通').waitFor();
  await page.locator('.djs-shape.mark-added').first().waitFor();
  await expect.poll(() => page.locator('.djs-shape.mark-removed').count()).toBe(1);
  await expect.poll(() => page.locator('.djs-connection.mark-removed').count()).toBe(1);
  expect(await axeFindings(page)).toEqual([]);
  await picture(page, 'design-coverage-1440');
  expect(troubles).toEqual([]);
  await close();
});

it('shows what an import takes, loses and refuses before it is opened, and goes on refusing it', async () => {
  const { page, troubles, close } = await visited('designer');
  const task =
    '<userTask id="a" name="审批" camunda:assignee="${starter}" camunda:dueDate="${officeCalendar.daysFrom(3)}"/>';
  const xml = `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="t"><process id="${code}Foreign" name="外来流程" isExecutable="true"><startEvent id="s"/><sequenceFlow id="f" sourceRef="s" targetRef="a"/>${task}<sequenceFlow id="g" sourceRef="a" targetRef="e"/><endEvent id="e"/></process></definitions>`;
  await page.goto('/design');
  await page.getByRole('button', { name: '导入文件' }).click();
  await page
    .getByLabel(/拖到这里/)
    .setInputFiles({ name: 'foreign.bpmn', mimeType: 'application/xml', buffer: Buffer.from(xml) });
  const dialog = page.getByRole('dialog');
  await dialog.getByText('不能执行 1 处').waitFor();
  await dialog.getByText('已采用 2 处').waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await picture(page, 'design-import-1440');
  await page.getByRole('button', { name: '打开为草稿' }).click();
  await counts(page, '1 错');
  await page.getByRole('region', { name: '问题' }).getByText('daysFrom').first().waitFor();
  expect(troubles).toEqual([]);
  await close();
});
