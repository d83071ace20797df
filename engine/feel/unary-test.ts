import { FeelRange } from 'feelin';
import { partsOf, type Build } from './literals.ts';
import { within, type Scope } from './run.ts';
import { named, type Node } from './tree.ts';
import { equal, kindOf, order } from './value.ts';

/** Whether a value passes a test of `in (…)` or of a filter; null when that cannot be told. */
export type UnaryTest = (value: unknown, scope: Scope) => boolean | null;

/** A cell of a decision table: alternatives, their negation, or "-", which lets everything through. */
export function unaryTests(node: Node, build: Build): UnaryTest {
  const [first, , alternatives] = node.children;
  if (!first) throw new SyntaxError('测试是空的');
  if (first.name === 'Wildcard') return () => true;
  if (first.name !== 'not') return anyOf(first, build);
  const test = anyOf(alternatives ?? first, build);
  return (value, scope) => {
    const found = test(value, scope);
    return found === null ? null : !found;
  };
}

function anyOf(node: Node, build: Build): UnaryTest {
  const tests = named(node, 'PositiveUnaryTest').map((one) => cellTest(one, build));
  if (tests.length === 0) throw new SyntaxError(`“${node.text}” 不是测试`);
  return (value, scope) => {
    const inner = within(scope, { '?': value });
    let verdict: boolean | null = false;
    for (const test of tests) {
      scope.run.spend(5);
      const found = test(value, inner);
      if (found === true) return true;
      if (found === null) verdict = null;
    }
    return verdict;
  };
}

/** Besides the tests of `in`: an expression over `?`, or one that is true of itself. */
function cellTest(node: Node, build: Build): UnaryTest {
  const [first] = node.children;
  if (!first) throw new SyntaxError('测试是空的');
  if (first.broken || node.children.length > 1) throw new SyntaxError(`看不懂 “${node.text}”`);
  if (first.name === 'SimplePositiveUnaryTest' || first.name === 'null') return unaryTest(node, build);
  const expected = build(first);
  if (mentionsInput(first)) return (_, scope) => (expected(scope) === true ? true : false);
  return (value, scope) => {
    const found = expected(scope);
    return typeof found === 'boolean' && typeof value !== 'boolean' ? found : passes(value, found);
  };
}

const mentionsInput = (node: Node): boolean => node.name === '?' || node.children.some(mentionsInput);

/** A PositiveUnaryTest or SimplePositiveUnaryTest. */
export function unaryTest(node: Node, build: Build): UnaryTest {
  const [first, second] = node.children;
  if (!first) throw new SyntaxError('测试是空的');
  if (first.name === 'SimplePositiveUnaryTest') return unaryTest(first, build);
  // `in (= 10)`: the brackets are part of the test.
  const [, inner] = first.name === 'ParenthesizedExpression' ? first.children : [];
  if (inner?.name === 'SimplePositiveUnaryTest' && inner.children[0]?.name === 'CompareOp') {
    return unaryTest(inner, build);
  }
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
  if (first.name === 'null') return (value) => kindOf(value) === 'null';
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
