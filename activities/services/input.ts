import { civilDateOf, isCivilDate } from '../../domain/civil-date.ts';
import type { CivilDate } from '../../domain/time.ts';
import type { Json, Variables } from '../../engine/command.ts';
import { BusinessError } from './service.types.ts';
import type { ServiceCall } from './service.types.ts';

/** What services read from their input; what is missing or of another kind is an error that the procedure may catch. */
export function textIn({ input }: ServiceCall, name: string): string {
  const value = input[name];
  if (typeof value === 'string' && value !== '') return value;
  throw new BusinessError('MISSING_INPUT', `没有给出“${name}”`);
}

export function maybeTextIn(call: ServiceCall, name: string): string | null {
  return (call.input[name] ?? null) === null || call.input[name] === '' ? null : textIn(call, name);
}

/** A list of texts, or one; null when it is not given. */
export function textsIn({ input }: ServiceCall, name: string): readonly string[] | null {
  const value: Json = input[name] ?? null;
  if (value === null) return null;
  const parts = Array.isArray(value) ? value : [value];
  const texts = parts.filter((part): part is string => typeof part === 'string');
  if (texts.length === parts.length) return texts;
  throw new BusinessError('WRONG_INPUT', `“${name}”应是文字或文字的列表`);
}

export function numberIn({ input }: ServiceCall, name: string, absent: number): number {
  const value = input[name] ?? absent;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  throw new BusinessError('WRONG_INPUT', `“${name}”应是数字`);
}

/** The day `on`, else the case's own. */
export function dayIn({ input, at }: ServiceCall): CivilDate {
  const { on = null } = input;
  if (on === null) return civilDateOf(at);
  if (typeof on === 'string' && isCivilDate(on)) return on;
  throw new BusinessError('INVALID_DATE', `“${JSON.stringify(on)}”不是有效日期`);
}

export function dayNamed(call: ServiceCall, name: string): CivilDate {
  const text = textIn(call, name);
  if (isCivilDate(text)) return text;
  throw new BusinessError('INVALID_DATE', `“${text}”不是有效日期`);
}

/** Rows are plain JSON already; only their type does not say so. */
export const plain = (value: object): Variables => value as unknown as Variables;
