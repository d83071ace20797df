import { CaseError } from '../../../domain/errors.ts';

/** Where a list goes on: the sort value and the id of the last row seen. */
export interface Cursor {
  readonly value: string | number | null;
  readonly id: string;
}

export const cursorText = ({ value, id }: Cursor): string =>
  Buffer.from(JSON.stringify([value, id])).toString('base64url');

/** Throws INVALID_CURSOR for a text that no list of ours gave. */
export function readCursor(text: string | undefined): Cursor | null {
  if (text === undefined) return null;
  const parts = parsed(Buffer.from(text, 'base64url').toString('utf8'));
  if (Array.isArray(parts) && parts.length === 2) {
    const [value, id] = parts as readonly unknown[];
    if (typeof id === 'string' && (value === null || typeof value === 'string' || typeof value === 'number'))
      return { value, id };
  }
  throw new CaseError('INVALID_CURSOR', '翻页标记无效，请从第一页重新开始');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
