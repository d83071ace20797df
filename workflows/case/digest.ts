import type { CaseState } from '../../engine/state.ts';

/**
 * Fingerprint of a state, to notice that a replay came to another one; no protection against intent, which is the
 * journal's hash chain. The list of handled commands is left out: it grows with every step, and the commands themselves
 * are in history. From format 2 on the format stands before it.
 */
export function digestOf(state: CaseState): string {
  const text = JSON.stringify({ ...state, handled: undefined });
  const format: number = state.format;
  const sign = format === 1 ? '' : `${format}:`;
  return `${sign}${fingerprint(text, 0x9e3779b9)}${fingerprint(text, 0x85ebca6b)}`;
}

/** Of fingerprints of two formats nothing can be said: a step recorded before a release changed the format is believed. */
export function contradict(recorded: string, computed: string): boolean {
  return signOf(recorded) === signOf(computed) && recorded !== computed;
}

const signOf = (digest: string): string => digest.slice(0, digest.indexOf(':') + 1);

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
