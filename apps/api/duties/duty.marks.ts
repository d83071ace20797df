import type { DutyMarks } from '../../../domain/duty.ts';
import { CellError } from '../sheets/cell.readers.ts';
import type { ReadCell } from '../sheets/cell.readers.ts';

/** More of either is a description, and belongs to the item. */
const longest = 40;
const most = 10;

function isPaired(mark: string): boolean {
  let depth = 0;
  for (const sign of mark) {
    if ('（(《“'.includes(sign)) depth += 1;
    else if ('）)》”'.includes(sign)) depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0;
}

/** Marks of one kind, separated by 、 or ；. A comma is part of what somebody wrote. */
export const marksCell: ReadCell<readonly string[]> = (cell) => {
  const marks = String(cell)
    .split(/[、；;\n]/)
    .map((mark) => mark.trim())
    .filter((mark) => mark !== '');
  if (marks.length > most) throw new CellError(`最多 ${most} 个，现有 ${marks.length} 个`);
  for (const [index, mark] of marks.entries()) {
    if (mark.length > longest)
      throw new CellError(`“${mark.slice(0, 12)}…”超过 ${longest} 个字，多个的用“、”或“；”分开`);
    if (!isPaired(mark)) throw new CellError(`“${mark}”的括号或引号不成对，括号里面请不要用“、”和“；”`);
    if (marks.indexOf(mark) < index) throw new CellError(`“${mark}”写了两次`);
  }
  return marks;
};

export const marksOf = ({ powers, times, stages }: DutyMarks): readonly string[] => [...powers, ...times, ...stages];
