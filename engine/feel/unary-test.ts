import { FeelRange } from 'feelin';
import { partsOf, type Build } from './literals.ts';
import type { Scope } from './run.ts';
import type { Node } from './tree.ts';
import { equal, kindOf, order } from './value.ts';

/** Whether a value passes a test of `in (…)` or of a filter; null when that cannot be told. */
export type UnaryTest = (value: unknown, scope: Scope) => boolean | null;

/** A PositiveUnaryTest or SimplePositiveUnaryTest. */
export function unaryTest(node: Node, build: Build): UnaryTest {
  const [first, second] = node.children;
  if (!first) throw new SyntaxError('测试是空的');
  if (first.name === 'SimplePositiveUnaryTest') return unaryTest(first, build);
  if (first.name === 'CompareOp' && second) {
    const { text } = first;
    const bound = build(second);
    return (value, scope) => compare(text, value, bound(scope));
  }
  if (first.name === 'Interval') {
    const { opening, start, end, closing } = partsOf(first);
    const [from, to] = [build(start), build(end)];
    return (value, scope) => inside(value, from(scope), to(scope), opening === '[', closing === ']');
  }
  const expected = build(first);
  return (value, scope) => passes(value, expected(scope));
}

export function compare(operator: string, a: unknown, b: unknown): boolean | null {
  if (kindOf(a) === 'null' || kindOf(b) === 'null') return null;
  if (operator === '=' || operator === '!=') {
    const same = equal(a, b);
    return same === null ? null : same === (operator === '=');
  }
  const found = order(a, b);
  if (found === null) return null;
  if (found === 0) return operator.endsWith('=');
  return found < 0 ? operator.startsWith('<') : operator.startsWith('>');
}

/** An expected value: a list of alternatives, a range, or the value itself. */
function passes(value: unknown, expected: unknown): boolean | null {
  if (Array.isArray(expected) && !Array.isArray(value)) {
    return expected.some((one) => passes(value, one) === true);
  }
  if (expected instanceof FeelRange) {
    const { start, end } = expected as { readonly start: unknown; readonly end: unknown };
    return inside(value, start, end, expected['start included'], expected['end included']);
  }
  return equal(value, expected);
}

/** An open end of a range is null and lets everything through. */
function inside(value: unknown, start: unknown, end: unknown, fromIncluded: boolean, toIncluded: boolean) {
  const [from, to] = [start ?? null, end ?? null];
  if (from === null && to === null) return null;
  const above = from === null ? true : compare(fromIncluded ? '>=' : '>', value, from);
  const below = to === null ? true : compare(toIncluded ? '<=' : '<', value, to);
  if (above === false || below === false) return false;
  return above === null || below === null ? null : true;
}
