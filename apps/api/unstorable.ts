import type { FastifyInstance } from 'fastify';
import { CaseError } from '../../domain/errors.ts';

/** Before anything looks at it: nothing has an id with U+0000 in it, and what cannot be kept or is nested without end is refused with its place. */
export function refuseUnstorable(server: FastifyInstance): void {
  server.addHook('onRequest', async ({ url }) => {
    const [path = ''] = url.split('?', 1);
    if (path.includes('%00')) throw new CaseError('NOT_FOUND', '没有这个地址');
  });
  server.addHook('preValidation', async ({ query, body }) => {
    const found = unstorableIn(query) ?? unstorableIn(body);
    if (found === null) return;
    const defects = [{ code: 'INVALID_INPUT', ...found }];
    throw new CaseError('INVALID_INPUT', '提交的内容不符合要求，请按提示改正', { defects });
  });
}

/** PostgreSQL keeps neither U+0000 nor half a surrogate pair. */
const isStorable = (text: string): boolean => !text.includes('\u0000') && text.isWellFormed();

/** A list or an object as it was read, not bytes or a stream of them. */
function isJson(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return Array.isArray(value) || prototype === Object.prototype || prototype === null;
}

/** Far more than a form has, far less than a stack. */
const deepest = 500;

interface Unstorable {
  readonly path: string;
  readonly message: string;
}

/** The first text, or name of a member, that cannot be kept, or what is nested too deeply; null when there is nothing. */
function unstorableIn(value: unknown): Unstorable | null {
  const open: (readonly [unknown, string, number])[] = [[value, '', 0]];
  for (let next = open.pop(); next; next = open.pop()) {
    const [found, path, depth] = next;
    if (typeof found === 'string' && !isStorable(found)) return unkept(path);
    if (!isJson(found)) continue;
    if (depth > deepest) return { path: path.split('.').slice(0, 3).join('.'), message: `嵌套超过 ${deepest} 层` };
    for (const [name, inner] of Object.entries(found) as [string, unknown][]) {
      if (!isStorable(name)) return unkept(path);
      open.push([inner, path === '' ? name : `${path}.${name}`, depth + 1]);
    }
  }
  return null;
}

const unkept = (path: string): Unstorable => ({ path, message: '有不能保存的字符（空字符或不完整的字符）' });
