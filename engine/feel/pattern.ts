import { RE2JS, RE2JSException } from 're2js';

const flagBits: Readonly<Record<string, number>> = {
  i: RE2JS.CASE_INSENSITIVE,
  s: RE2JS.DOTALL,
  m: RE2JS.MULTILINE,
};
const patterns = new Map<string, RE2JS | null>();

/** A pattern that takes time in proportion to its input, whatever it is; null when it is none or uses what RE2 has not. */
export function patternOf(source: string, flags: string): RE2JS | null {
  const key = `${flags}/${source}`;
  const known = patterns.get(key);
  if (known !== undefined) return known;
  const made = compilePattern(source, flags);
  if (patterns.size < 1000) patterns.set(key, made);
  return made;
}

function compilePattern(source: string, flags: string): RE2JS | null {
  const bits = Array.from(flags, (flag) => flagBits[flag]);
  if (source.length > 1000 || bits.includes(undefined)) return null;
  try {
    return RE2JS.compile(
      source,
      bits.reduce<number>((all, bit) => all | (bit ?? 0), 0),
    );
  } catch (error) {
    if (error instanceof RE2JSException) return null;
    throw error;
  }
}

export const firstMatch = (input: string, pattern: string, flags: string): boolean | null =>
  patternOf(pattern, flags)?.matcher(input).find() ?? null;

/** `$1` in the replacement is the first group, `$0` the whole match. */
export const replaceAll = ([input, pattern, replacement, flags]: readonly [string, string, string, string]) => {
  const found = patternOf(pattern, flags);
  if (!found) return null;
  const groups = found.groupCount();
  const text = replacement.replace(/\$(\d)/g, (whole, digit: string) => (Number(digit) <= groups ? whole : ''));
  if (!text.includes('$0')) return found.matcher(input).replaceAll(text);
  const whole = patternOf(`(${pattern})`, flags);
  return (
    whole?.matcher(input).replaceAll(text.replace(/\$(\d)/g, (_, digit: string) => `$${Number(digit) + 1}`)) ?? null
  );
};

export const splitBy = (text: string, delimiter: string): readonly string[] | null =>
  patternOf(delimiter, '')?.split(text, -1) ?? null;
