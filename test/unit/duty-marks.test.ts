import { describe, expect, it } from 'vitest';
import { marksCell } from '../../apps/api/duties/duty.marks.ts';
import { exampleDuties } from '../../definitions/duties.ts';

describe('a cell of marks', () => {
  it.each([
    ['资金审批权', ['资金审批权']],
    ['资金审批权、人事权', ['资金审批权', '人事权']],
    ['资金审批权；人事权;', ['资金审批权', '人事权']],
    [' 春节前 \n 中秋前 ', ['春节前', '中秋前']],
    ['审批权（三百万元以上），含变更', ['审批权（三百万元以上），含变更']],
    ['、', []],
  ])('“%s” says %j', (cell, marks) => {
    expect(marksCell(cell)).toEqual(marks);
  });

  it.each([
    ['one that is a description', '长'.repeat(41), '超过 40 个字'],
    ['one that was taken apart within its brackets', '节日（春节、中秋）', '括号或引号不成对'],
    ['the same twice', '春节前；春节前', '写了两次'],
    ['more than ten', '一、二、三、四、五、六、七、八、九、十、十一', '最多 10 个'],
  ])('cannot hold %s', (_, cell, message) => {
    expect(() => marksCell(cell)).toThrow(message);
  });
});

it('the example list marks a good part of its items, each line with as many cells as its head', () => {
  const [head = '', ...lines] = exampleDuties(2026).trim().split('\n');
  const columns = head.split(',');
  expect(columns.slice(-3)).toEqual(['实际权限', '重点时间', '重点环节']);
  expect(lines.every((line) => line.split(',').length === columns.length)).toBe(true);
  const marked = lines.filter((line) => !line.endsWith(',,,')).length;
  expect([lines.length, marked > 20, marked < 40]).toEqual([61, true, true]);
});
