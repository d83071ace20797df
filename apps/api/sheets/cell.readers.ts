import { addDays, isCivilDate } from '../../../domain/civil-date.ts';
import type { CivilDate } from '../../../domain/time.ts';
import type { Cell } from './sheet.types.ts';

/** A cell that is not what its column asks for; the message completes “第 3 行 任职日期：…”. */
export class CellError extends Error {}

/** What a column makes of its cells. An empty cell of an obligatory column never gets here. */
export type ReadCell<Value> = (cell: Exclude<Cell, null>) => Value;

export const textCell =
  (most = 200): ReadCell<string> =>
  (cell) => {
    const text = String(cell).trim();
    if (text.length > most) throw new CellError(`最多 ${most} 个字`);
    return text;
  };

/** The id of an object: what addresses and other sheets name it by. */
export const idCell: ReadCell<string> = (cell) => {
  const text = String(cell).trim();
  if (!/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,63}$/u.test(text))
    throw new CellError('编号只能用字母、数字、“.”“-”“_”，最多 64 位');
  return text;
};

/** A civil date in any of the ways in which offices write it, or as Excel's own number of a day. */
export const dayCell: ReadCell<CivilDate> = (cell) => {
  if (typeof cell === 'number' && Number.isInteger(cell) && cell > 20_000 && cell < 80_000)
    return addDays('1899-12-30', cell);
  const [, year = '', month = '', day = ''] =
    /^(\d{4})(?:[-/.年])(\d{1,2})(?:[-/.月])(\d{1,2})日?$/.exec(String(cell)) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(String(cell)) ??
    [];
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (!isCivilDate(text))
    throw new CellError(`“${String(cell)}”不是有效日期，可写作 2026-02-17、2026/2/17 或 2026年2月17日`);
  return text;
};

/** One of a closed list, by its key or by its name. */
export const codeCell =
  <Code extends string>(names: Readonly<Record<Code, { readonly name: string }>>): ReadCell<Code> =>
  (cell) => {
    const text = String(cell).trim();
    const found = (Object.keys(names) as Code[]).find((key) => key === text || names[key].name === text);
    if (found === undefined)
      throw new CellError(
        `没有“${text}”，可填：${Object.values<{ name: string }>(names)
          .map(({ name }) => name)
          .join('、')}`,
      );
    return found;
  };
