import { exampleDuties } from '../../../definitions/duties.ts';
import { lotOf } from '../../../domain/duty-sample.ts';
import type { UnitOfYear } from './city/city.ts';

/** What every unit of the city owes, some of them more; in the columns of the list's sheet. */
interface Duty {
  readonly no: string;
  readonly measure: string;
  readonly of: (unit: UnitOfYear, index: number) => boolean;
  readonly cycle: string;
  readonly opens: (year: number) => string;
  readonly within: string;
}

const duties: readonly Duty[] = [
  { no: 'Y-1', measure: '报告全面从严治党情况', of: () => true, cycle: '每季度', opens: () => '第1个工作日', within: '20个工作日' },
  { no: 'Y-2', measure: '对照清单开展自查', of: () => true, cycle: '每半年', opens: () => '第6月第1个工作日', within: '20个工作日' },
  { no: 'Y-3', measure: '年度述职', of: () => true, cycle: '每年', opens: () => '第12月第1个工作日', within: '期末' },
  { no: 'Y-4', measure: '公开村务和惠民资金', of: ({ category }) => category === '乡镇（街道）', cycle: '每月', opens: () => '第1个工作日', within: '10个工作日' },
  { no: 'Y-5', measure: '开展警示教育', of: (_, index) => index % 10 === 3, cycle: '一次', opens: (year) => `${year}-06-30`, within: '30日' },
]; // prettier-ignore

/** A year's list: so many items of the fictional example, drawn by lot, and what the units of the city owe. */
export function dutySheet(seed: string, year: number, { city, items }: { city: readonly UnitOfYear[]; items: number }) {
  const [head = '', ...lines] = exampleDuties(year).trim().split('\n');
  const chosen = new Set(lines.toSorted((one, other) => lotOf(seed, one) - lotOf(seed, other)).slice(0, items));
  const own = duties.flatMap(({ no, measure, of, cycle, opens, within }) => {
    const leads = city.filter(of).map(({ id }) => id);
    const line = [
      no,
      '党组',
      '责任落实',
      measure,
      leads.join('、'),
      '单位主要负责人',
      '',
      '报告',
      cycle,
      opens(year),
      within,
      '全年演练',
      '1',
    ];
    return leads.length === 0 ? [] : [line.join(',')];
  });
  return [head, ...lines.filter((line) => chosen.has(line)), ...own, ''].join('\n');
}
