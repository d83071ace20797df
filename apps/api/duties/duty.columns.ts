import type { DutyItem } from '../../../domain/duty.ts';
import type { OpeningCycle } from '../../../domain/opening-cycle.ts';
import { CellError, idCell, textCell } from '../sheets/cell.readers.ts';
import type { ReadCell } from '../sheets/cell.readers.ts';
import type { Columns } from '../sheets/columns.ts';
import { marksCell } from './duty.marks.ts';

/** A line of a list as its sheet has it: agencies and roles still by the names that people write. */
export type DutyLine = DutyItem;

export const cycleNames: Readonly<Record<OpeningCycle, string>> = {
  month: '每月',
  quarter: '每季度',
  'half-year': '每半年',
  year: '每年',
  once: '一次',
};

const namesCell: ReadCell<readonly string[]> = (cell) =>
  String(cell)
    .split(/[、，,；;\n]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');

const cycleCell: ReadCell<OpeningCycle> = (cell) => {
  const text = String(cell).trim();
  const found = (Object.keys(cycleNames) as OpeningCycle[]).find((key) => key === text || cycleNames[key] === text);
  if (!found) throw new CellError(`没有“${text}”这种周期，可填：${Object.values(cycleNames).join('、')}`);
  return found;
};

const weightCell: ReadCell<number> = (cell) => {
  const weight = Number(cell);
  if (!Number.isFinite(weight) || weight <= 0 || weight > 1000) throw new CellError('分值应是 0 到 1000 之间的数');
  return weight;
};

/** What the sheet of a list has to hold. */
export const dutyColumns: Columns<DutyLine> = {
  no: { header: '编号', read: idCell },
  subject: { header: '责任主体', read: textCell(100) },
  area: { header: '责任领域', read: textCell(100) },
  measure: { header: '责任事项', read: textCell(500) },
  leads: { header: '牵头单位', read: namesCell },
  role: { header: '承办岗位', read: textCell(60), empty: null },
  helpers: { header: '配合单位', read: namesCell, empty: [] },
  evidence: { header: '佐证材料', read: textCell(500) },
  cycle: { header: '周期', read: cycleCell },
  opens: { header: '开启日', read: textCell(40) },
  within: { header: '完成时限', read: textCell(40) },
  basis: { header: '依据', read: textCell(500), empty: '' },
  weight: { header: '分值', read: weightCell, empty: 1 },
  powers: { header: '实际权限', read: marksCell, empty: [] },
  times: { header: '重点时间', read: marksCell, empty: [] },
  stages: { header: '重点环节', read: marksCell, empty: [] },
};
