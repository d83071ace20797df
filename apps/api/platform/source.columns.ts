import { isDeepStrictEqual } from 'node:util';
import { CaseError } from '../../../domain/errors.ts';
import type { Defect } from '../../../domain/errors.ts';
import type { DataField } from './source.schema.ts';

/**
 * New columns may be added, and what a column is called, may hold or must hold may change: rows that come from now on are
 * judged by it. A column that is there stays, under its name and of its type: rows, indicators and rules speak of it.
 */
export function checkColumns(before: readonly DataField[], after: readonly DataField[]): void {
  const defects: Defect[] = before.flatMap(({ name, title, type }) => {
    const index = after.findIndex((one) => one.name === name);
    const kept = after[index];
    if (!kept)
      return [
        { code: 'COLUMN_KEPT', path: 'fields', message: `“${title}”已有数据，不能去掉；不再使用时可以改为不必填` },
      ];
    if (kept.type === type) return [];
    return [{ code: 'COLUMN_TYPE', path: `fields.${index}.type`, message: `“${title}”已有数据，类型不能改` }];
  });
  const [first] = defects;
  if (first)
    throw new CaseError('COLUMN_IN_USE', first.message, { defects, ...(first.path ? { path: first.path } : {}) });
}

/** Only the columns that differ, so that a change says what it changed. */
export function columnsChanged(before: readonly DataField[], after: readonly DataField[]) {
  const differs = (others: readonly DataField[]) => (field: DataField) =>
    !others.some((other) => isDeepStrictEqual(other, field));
  const [was, is] = [before.filter(differs(after)), after.filter(differs(before))];
  return was.length + is.length === 0 ? undefined : { before: { fields: was }, after: { fields: is } };
}
