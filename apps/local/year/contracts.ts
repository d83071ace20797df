import { chanceOf } from './chance.ts';
import type { Year } from './year.types.ts';

/** Contracts of each unit in a quarter. */
const aQuarter = 4;

/**
 * A quarter's contracts of the whole city: few by a single source, here and there a unit that buys nothing else; one row in
 * sixty cannot be read. Two units of every city are suspicious, so that there always is something to find.
 */
export function contractsOf({ seed, year, city }: Year, quarter: number): string {
  const lines = city.flatMap(({ id }, at) => {
    const isSuspicious = (at < 2 && quarter === at + 2) || chanceOf(seed, `${id}/${quarter}/单一来源`) < 0.04;
    return Array.from({ length: aQuarter }, (_, index) => {
      const no = `${id}-${quarter}-${index + 1}`;
      const month = String(quarter * 3 - 2 + (index % 3)).padStart(2, '0');
      const isSingle = isSuspicious ? index > 0 || at === 1 : chanceOf(seed, `${no}/way`) < 0.05;
      const amount = chanceOf(seed, `${no}/bad`) < 1 / 60 ? '待定' : String(20 + Math.floor(chanceOf(seed, no) * 180));
      return [no, id, `${year}-${month}-15`, amount, isSingle ? '单一来源' : '公开招标'].join(',');
    });
  });
  return ['合同编号,单位,签订日期,金额,采购方式', ...lines, ''].join('\n');
}
