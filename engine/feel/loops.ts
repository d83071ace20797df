import { FeelRange } from 'feelin';
import type { Build } from './literals.ts';
import { within, type Evaluator, type Scope } from './run.ts';
import { canonicalName, named, type Node } from './tree.ts';
import { weightOf } from './value.ts';

interface Iteration {
  readonly name: string;
  /** Null: nothing to iterate over, the whole loop is null. */
  readonly items: (scope: Scope) => Iterable<unknown> | null;
}

/** `for x in xs, y in 1..3 return …`; `partial` is the list so far. */
export function forLoop(node: Node, build: Build): Evaluator {
  const iterations = iterationsOf(node, build);
  const result = build(node.children.at(-1) as Node);
  return (scope) => {
    const partial: unknown[] = [];
    const outer = within(scope, { partial });
    const complete = iterate(outer, iterations, (inner) => {
      const value = result(inner);
      scope.run.spend(weightOf(value));
      partial.push(value);
      return false;
    });
    return complete === null ? null : partial;
  };
}

/** `some` and `every … satisfies …`: null when no element decides and one cannot tell. */
export function quantified(node: Node, build: Build): Evaluator {
  const deciding = node.children[0]?.name === 'some';
  const iterations = iterationsOf(node, build);
  const condition = build(node.children.at(-1) as Node);
  return (scope) => {
    let verdict: boolean | null = !deciding;
    const complete = iterate(scope, iterations, (inner) => {
      const value = condition(inner);
      if (value === deciding) verdict = deciding;
      else if (typeof value !== 'boolean') verdict = null;
      return value === deciding;
    });
    return complete === null ? null : verdict;
  };
}

function iterationsOf(node: Node, build: Build): readonly Iteration[] {
  return named(node, 'InExpressions')
    .flatMap((all) => named(all, 'InExpression'))
    .map(({ children: [name, , domain] }) => ({
      name: canonicalName(name?.text ?? ''),
      items: itemsOf(domain, build),
    }));
}

function itemsOf(domain: Node | undefined, build: Build): Iteration['items'] {
  const [first, , last] = domain?.children ?? [];
  if (!first) throw new SyntaxError('循环没有范围');
  const [from, to] = [build(first), last ? build(last) : null];
  if (to) return (scope) => count(from(scope), to(scope));
  return (scope) => {
    const found = from(scope) ?? null;
    if (found instanceof FeelRange) return rangeItems(found);
    if (found === null) return null;
    return Array.isArray(found) ? (found as readonly unknown[]) : [found];
  };
}

function rangeItems(range: FeelRange): Iterable<unknown> | null {
  const { start, end } = range as { readonly start: unknown; readonly end: unknown };
  if (typeof start !== 'number' || typeof end !== 'number') return null;
  const [from, to] = [range['start included'] ? start : start + 1, range['end included'] ? end : end - 1];
  return from <= to ? count(from, to) : [];
}

/** Whole numbers one after the other, up or down; never a list in memory. */
function count(from: unknown, to: unknown): Iterable<number> | null {
  if (typeof from !== 'number' || typeof to !== 'number') return null;
  const step = from <= to ? 1 : -1;
  return (function* () {
    for (let at = from; step > 0 ? at <= to : at >= to; at += step) yield at;
  })();
}

/** Visits every combination until the visitor answers true; null when a domain is null. */
function iterate(
  scope: Scope,
  [first, ...rest]: readonly Iteration[],
  visit: (scope: Scope) => boolean,
): boolean | null {
  if (!first) {
    scope.run.spend(10);
    return visit(scope);
  }
  const items = first.items(scope);
  if (!items) return null;
  for (const item of items) {
    scope.run.spend(1);
    const stopped = iterate(within(scope, { [first.name]: item }), rest, visit);
    if (stopped !== false) return stopped;
  }
  return false;
}
