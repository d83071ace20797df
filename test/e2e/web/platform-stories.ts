import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { axeFindings } from './browser.ts';

/** The demo city has data of last year and this one. */
const lastYear = new Date().getFullYear() - 1;

/** Pages of the platform, for the checks that every page passes. */
export const platformAddresses = [
  '/platform',
  '/platform/sources/contracts',
  '/platform/indicators/single-source?years=2',
  '/platform/indicators/single-source?as=bar&compare=years&years=2',
  '/platform/indicators/single-source?as=ranking',
  `/platform/indicators/single-source?as=table&unit=unit3&period=${lastYear}-Q1`,
  '/platform/source-form',
  '/platform/indicator-form',
  '/platform/indicator-form?key=single-source',
  '/platform/rules/single-source',
  '/platform/rule-form',
  '/platform/rule-form?key=single-source',
  '/platform/ecology',
  '/platform/ecology-weights',
  '/four-forms',
  '/four-forms?as=quarters:table',
  '/petitions',
  '/portraits/unit/unit1',
];

type Story = readonly [title: string, user: string, story: (page: Page) => Promise<void>];

const rowOf = (page: Page, region: string, text: string) =>
  page.getByRole('region', { name: region }).getByRole('row').filter({ hasText: text }).first();

/** What keepers of the platform do in its pages, each from a page that they begin at. */
export const platformStories: readonly Story[] = [
  [
    'an indicator is composed in the page, refused where it cannot be, previewed, saved and followed to its rows',
    'cdi.oversight',
    async (page) => {
      await page.goto('/platform');
      await page.getByRole('link', { name: '新建指标' }).click();
      await page.getByLabel('名称').fill('大额合同合计');
      await page.getByLabel('代码').fill('large contracts');
      await page.getByLabel('数据源').selectOption('contracts');
      await page.getByLabel('算什么').selectOption('sum');
      await page.getByLabel('字段', { exact: false }).first().selectOption('amount');
      await page.getByRole('button', { name: '加一条' }).click();
      await page.getByLabel('第 1 条的字段').selectOption('amount');
      await page.getByLabel('第 1 条的比较').selectOption('ge');
      await page.getByLabel('第 1 条的值').fill('很多');
      await page.getByRole('button', { name: '预览数值' }).click();
      await page.getByText('“很多”不能与数字字段“金额（万元）”比较').first().waitFor();
      await page.getByLabel('第 1 条的值').fill('100');
      await page.getByLabel('计量单位').fill('万元');
      await page.getByLabel('采购方式').check();
      await page.getByRole('button', { name: '预览数值' }).click();
      await page.getByText('还没有保存').waitFor();
      await page.getByRole('img', { name: '大额合同合计' }).waitFor();
      await page.getByRole('button', { name: '保存', exact: true }).click();
      await page.getByLabel('代码').and(page.locator('[aria-invalid=true]')).waitFor();
      await page.getByLabel('代码').fill('large-contracts');
      await page.getByRole('button', { name: '保存', exact: true }).click();
      await page.waitForURL('**/platform/indicators/large-contracts');
      const row = rowOf(page, '大额合同合计', '青石镇');
      await row.getByText('万元').first().waitFor();
      await row.getByRole('link', { name: /行数据/ }).click();
      await page.getByRole('heading', { name: /青石镇.*行数据/ }).waitFor();
      await page.getByRole('link', { name: '排名' }).click();
      await page
        .getByRole('img', { name: /大额合同合计/ })
        .first()
        .waitFor();
    },
  ],
  [
    'a source is entered into the catalogue, its wrong columns told at their places, its key shown once',
    'cdi.head',
    async (page) => {
      await page.goto('/platform');
      await page.getByRole('link', { name: '新建数据源' }).click();
      await page.getByLabel('名称', { exact: false }).first().fill('公务接待报销');
      await page.getByLabel('编号', { exact: false }).first().fill('receptions');
      await page.getByLabel('提供单位').selectOption('fin');
      await page.getByLabel('用途').fill('监督公务接待超标准');
      await page.getByLabel('敏感程度').fill('工作秘密');
      await page.getByLabel('约定的报送周期').fill('每月');
      await page.getByRole('button', { name: '加一个字段' }).click();
      await page.getByLabel('第 4 个字段的名称').fill('类别');
      await page.getByLabel('第 4 个字段的字段名').fill('4 kind');
      await page.getByLabel('第 4 个字段的类型').selectOption('code');
      await page.getByRole('button', { name: '列入目录' }).click();
      await page.getByText('字段名用文字开头').waitFor();
      await page.getByLabel('第 4 个字段的字段名').fill('kind');
      await page.getByLabel('第 4 个字段的可填的值').fill('公务、商务');
      await page.getByRole('button', { name: '列入目录' }).click();
      await page.waitForURL('**/platform/sources/receptions');
      await page.getByRole('button', { name: '生成密钥' }).click();
      await page.getByRole('dialog').getByLabel('理由').fill('接入报销系统');
      await page.getByRole('dialog').getByRole('button', { name: '生成密钥' }).click();
      const shown = page.getByRole('dialog', { name: '密钥', exact: true });
      const key = (await shown.locator('code').first().textContent()) ?? '';
      expect(key.length).toBeGreaterThan(30);
      await shown.getByRole('button', { name: '关闭' }).click();
      await page.getByText('已有密钥，只存其散列。').waitFor();
      await page.reload();
      await page.getByText('已有密钥，只存其散列。').waitFor();
      expect(await page.content()).not.toContain(key);
      await page.getByRole('button', { name: '修改字段' }).click();
      expect(await page.getByLabel('第 4 个字段的字段名').getAttribute('readonly')).not.toBeNull();
      await page.getByLabel('第 4 个字段的可填的值').fill('公务、商务、外事');
      await page.getByRole('button', { name: '加一个字段' }).click();
      await page.getByLabel('第 5 个字段的名称').fill('人数');
      await page.getByLabel('第 5 个字段的类型').selectOption('number');
      await page.getByRole('button', { name: '保存修改' }).click();
      await page.getByRole('alert').first().waitFor();
      await page.getByLabel('理由').fill('增加外事接待');
      await page.getByRole('button', { name: '保存修改' }).click();
      await page.getByText('人数（数字）').waitFor();
      await page.getByText('类别（选项，公务、商务、外事）').waitFor();
    },
  ],
  [
    'a rule is drawn as a table, refused where it knows no name, tried on last year, switched on and run',
    'cdi.oversight',
    async (page) => {
      await page.goto('/platform');
      await page.getByRole('link', { name: '新建规则' }).click();
      await page.getByLabel('名称').first().fill('单一来源占比偏高');
      await page.getByLabel('代码').fill('single-table');
      await page.getByLabel('指标', { exact: false }).first().selectOption('single-source');
      const source = page.locator('th.input input').nth(1);
      await source.fill('valeu');
      await source.blur();
      await page.getByRole('button', { name: '保存', exact: true }).click();
      await page.getByText('“valeu”没有这个名字').first().waitFor();
      await source.fill('value');
      await source.blur();
      await page.getByRole('button', { name: '保存', exact: true }).click();
      await page.waitForURL('**/platform/rules/single-table');
      await page.getByRole('button', { name: '试算' }).click();
      await page.getByText(/年共 \d+ 个单位期间/).waitFor();
      await rowOf(page, '试算', '第 2 行：超过全部单位平均的一倍半').waitFor();
      await page.getByRole('button', { name: '启用' }).click();
      await page.getByRole('dialog').getByLabel('理由').fill('试算查准');
      await page.getByRole('dialog').getByRole('button', { name: '启用' }).click();
      await page.getByLabel('期间').fill(`${lastYear}-Q4`);
      await page.getByRole('button', { name: '运行第 1 版' }).click();
      await page.getByText(/产生疑点 \d+ 件/).waitFor();
    },
  ],
  [
    'a quarter is scored by weights that are changed in the page, and every point is explained',
    'cdi.oversight',
    async (page) => {
      await page.goto('/platform/ecology-weights');
      await page.getByLabel('第 1 行的得零分的值').fill('10');
      await page.getByRole('button', { name: /^保存为第/ }).click();
      await page.getByText('满分值和零分值不能相同').first().waitFor();
      await page.getByLabel('第 1 行的得零分的值').fill('80');
      await page.getByLabel('理由').fill('与去年衔接');
      await page.getByRole('button', { name: /^保存为第/ }).click();
      await page.waitForURL('**/platform/ecology');
      for (const period of [`${lastYear}-Q3`, `${lastYear}-Q4`]) {
        await page.getByRole('button', { name: '评分', exact: true }).click();
        const dialog = page.getByRole('dialog');
        await dialog.getByLabel('季度').fill(period);
        await dialog.getByRole('button', { name: '评分', exact: true }).click();
        await page.getByText(new RegExp(`${period} 评出 \\d+ 个单位`)).waitFor();
      }
      const row = rowOf(page, '各单位得分', '青石镇');
      await row
        .getByText(/红色|黄色|绿色/)
        .first()
        .waitFor();
      await row.getByRole('link', { name: '怎样得出' }).click();
      const explained = page.getByRole('region', { name: /青石镇.*得分怎样得出/ });
      await explained.getByText('得满分').first().waitFor();
      await page.getByRole('img', { name: '各季度得分' }).waitFor();
      expect(await axeFindings(page)).toEqual([]);
      await explained.getByRole('link', { name: '单一来源采购占比' }).click();
      await page.getByRole('heading', { name: /青石镇.*行数据/ }).waitFor();
    },
  ],
  [
    'a portrait is shown for a reason only',
    'cdi.style',
    async (page) => {
      await page.goto('/portraits/unit/unit3');
      await page.getByRole('button', { name: '查看', exact: true }).click();
      await page.getByText('写明事由').first().waitFor();
      await page.getByLabel('查看事由').fill('巡察进驻前了解');
      await page.getByRole('button', { name: '查看', exact: true }).click();
      await page.getByText('本次查看已连同事由记录').waitFor();
      await page.getByRole('region', { name: /青石镇.*的指标/ }).waitFor();
      expect(await axeFindings(page)).toEqual([]);
      await page.goto('/dossiers/unit/unit3');
      await rowOf(page, '查阅登记', '画像：巡察进驻前了解').waitFor();
    },
  ],
];
