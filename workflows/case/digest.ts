import type { CaseState } from '../../engine/state.ts';

/**
 * Fingerprint of a state, to notice that a replay came to another one; no protection against intent, which is the
 * journal's hash chain. The list of handled commands is left out: it grows with every step, and the commands themselves
 * are in history. It begins with the format from 2 on, then `r`: made of the fingerprints of the state's rows. A row is
 * never changed, so what a step left alone is not read again.
 */
export const digestOf = (state: CaseState): string =>
  `${signOf(state)}r${fingerprintOf(membersOf({ ...state, handled: undefined }, 1))}`;

/** As the first release recorded it: over the whole text at once. */
export const wholeDigestOf = (state: CaseState): string =>
  `${signOf(state)}${fingerprintOf(JSON.stringify({ ...state, handled: undefined }))}`;

/**
 * Whether a step was recorded with another state than the one computed again. Of fingerprints of two formats nothing can
 * be said: a step recorded before a release changed the format is believed.
 */
export function contradicts(recorded: string, state: CaseState): boolean {
  const sign = signOf(state);
  if (recorded.slice(0, recorded.indexOf(':') + 1) !== sign) return false;
  return recorded !== (recorded.startsWith('r', sign.length) ? digestOf(state) : wholeDigestOf(state));
}

function signOf({ format }: { readonly format: number }): string {
  return format === 1 ? '' : `${format}:`;
}

/** What was once read, by depth and identity: rows of a state are replaced, never changed. */
const read = [new WeakMap<object, string>(), new WeakMap<object, string>()] as const;

/** The text of a small value, the fingerprint of an object; down to `depth` an object is made of its members' parts. */
function partOf(value: unknown, depth: 0 | 1): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? '';
  const known = read[depth];
  const before = known.get(value);
  if (before !== undefined) return before;
  const text = depth === 0 ? JSON.stringify(value) : membersOf(value, 0);
  const part = fingerprintOf(text);
  known.set(value, part);
  return part;
}

/** An object as the parts of its members. */
function membersOf(value: object, depth: 0 | 1): string {
  if (Array.isArray(value)) return `[${value.map((member) => partOf(member, depth)).join()}]`;
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${partOf(member, depth)}`).join()}}`;
}

const fingerprintOf = (text: string): string => `${fingerprint(text, 0x9e3779b9)}${fingerprint(text, 0x85ebca6b)}`;

/** 53 bits of a text after cyrb53, a multiplicative hash of two interleaved halves; as 14 hexadecimal digits. */
function fingerprint(text: string, seed: number): string {
  let low = 0xdeadbeef ^ seed;
  let high = 0x41c6ce57 ^ seed;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    low = Math.imul(low ^ unit, 2_654_435_761);
    high = Math.imul(high ^ unit, 1_597_334_677);
  }
  low = Math.imul(low ^ (low >>> 16), 2_246_822_507) ^ Math.imul(high ^ (high >>> 13), 3_266_489_909);
  high = Math.imul(high ^ (high >>> 16), 2_246_822_507) ^ Math.imul(low ^ (low >>> 13), 3_266_489_909);
  const value = 4_294_967_296 * (2_097_151 & high) + (low >>> 0);
  return value.toString(16).padStart(14, '0');
}
