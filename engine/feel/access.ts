import { bridge } from './bridge.ts';
import type { Build } from './literals.ts';
import { lookUp, within, type Evaluator, type Scope } from './run.ts';
import { canonicalName, type Node } from './tree.ts';
import { unaryTest } from './unary-test.ts';
import { isContext, kindOf } from './value.ts';

/** An unknown variable is null. */
export function variable(node: Node): Evaluator {
  const name = canonicalName(node.text);
  return (scope) => lookUp(scope, name) ?? null;
}

/** `a.b`: an entry, for a list the entries of its elements, for temporal values and ranges their parts. */
export function path(node: Node, build: Build): Evaluator {
  const [target, , property] = node.children;
  if (!target || !property) throw new SyntaxError('路径不完整');
  const name = canonicalName(property.text);
  const from = build(target);
  return (scope) => {
    const found = from(scope);
    if (!Array.isArray(found)) return entry(found, name);
    scope.run.spend(found.length);
    return found.map((one: unknown) => entry(one, name));
  };
}

const parts: ReadonlySet<string> = new Set([
  ...'year month day weekday hour minute second timezone value'.split(' '),
  ...'years months days hours minutes seconds start end'.split(' '),
  'time offset',
  'start included',
  'end included',
]);

function entry(value: unknown, name: string): unknown {
  if (isContext(value)) return Object.hasOwn(value, name) ? (value[name] ?? null) : null;
  if (typeof value !== 'object' || value === null || !parts.has(name)) return null;
  return bridge(`function(a) a.${name}`)(value);
}

/** `list[2]`, `list[-1]`, `list[item > 2]`, `list[> 2]`. */
export function filter(node: Node, build: Build): Evaluator {
  const [target, , inner] = node.children;
  if (!target || !inner) throw new SyntaxError('筛选不完整');
  const from = build(target);
  const test = inner.name === 'SimplePositiveUnaryTest' ? unaryTest(inner, build) : null;
  const condition = test ? null : build(inner);
  const isIndex = inner.name === 'NumericLiteral' || inner.name === 'ArithmeticExpression';
  return (scope) => {
    const found = from(scope);
    if (kindOf(found) === 'null') return null;
    const list: readonly unknown[] = Array.isArray(found) ? found : [found];
    if (condition && (isIndex || list.length === 0)) return picked(list, condition(scope));
    const kept: unknown[] = [];
    for (const item of list) {
      scope.run.spend(10);
      const verdict = test ? test(item, scope) : condition?.(elementScope(scope, item));
      if (typeof verdict === 'number') return picked(list, verdict);
      if (verdict === true) kept.push(item);
    }
    return kept;
  };
}

const elementScope = (scope: Scope, item: unknown): Scope =>
  isContext(item) ? within(within(scope, { item }), item) : within(scope, { item });

function picked(list: readonly unknown[], index: unknown): unknown {
  if (typeof index !== 'number') return index === true ? list : [];
  return list.at(index > 0 ? index - 1 : index === 0 ? list.length : index) ?? null;
}
