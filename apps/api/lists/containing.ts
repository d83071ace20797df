import type { Conditions } from './conditions.ts';

/** That one of the columns contains the text, whatever its case; `%` and `_` stand for themselves. */
export function containing(where: Conditions, text: string, ...columns: readonly string[]): string {
  const pattern = where.bind(`%${text.replace(/[\\%_]/g, '\\$&')}%`);
  return columns.map((column) => `${column} ilike ${pattern}`).join(' or ');
}
