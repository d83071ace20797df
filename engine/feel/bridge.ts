import { evaluate, FeelFunction } from 'feelin';

type Bridge = (...values: unknown[]) => unknown;
const bridges = new Map<string, Bridge>();

/** A function of feelin's written in FEEL, made once: `bridge('function(a, b) a + b')`. Failures are null. */
export function bridge(feel: string): Bridge {
  const known = bridges.get(feel);
  if (known) return known;
  const { value } = evaluate(feel) as { readonly value: unknown };
  if (!(value instanceof FeelFunction)) throw new TypeError(`no FEEL function: ${feel}`);
  const made: Bridge = (...values) => (value.fn(...values) as unknown) ?? null;
  bridges.set(feel, made);
  return made;
}
