import { bridge } from './bridge.ts';
import { within, type Evaluator } from './run.ts';
import { named, type Node } from './tree.ts';
import { weightOf } from './value.ts';

export type Build = (node: Node) => Evaluator;

export function numberLiteral({ text }: Node): Evaluator {
  const value = Number(text.replace(/\s+/g, ''));
  return () => (Number.isFinite(value) ? value : null);
}

/** Escapes are feelin's affair; a text without any is its own value. */
export function stringLiteral({ text }: Node): Evaluator {
  const value = text.includes('\\') ? bridge(`function() ${text}`)() : text.slice(1, -1);
  return () => value;
}

/** `@"2026-01-01"`. */
export function atLiteral(node: Node): Evaluator {
  const value = bridge(`function() ${node.text}`)();
  return () => value;
}

export function list(node: Node, build: Build): Evaluator {
  const items = node.children.slice(1, -1).map(build);
  return (scope) => {
    const made = items.map((item) => item(scope));
    scope.run.spend(weightOf(made));
    return made;
  };
}

/** Entries see the ones before them. */
export function context(node: Node, build: Build): Evaluator {
  const entries = named(node, 'ContextEntry').map(({ children: [key, value] }) => ({
    key: key ? keyOf(key) : '',
    value: value ? build(value) : () => null,
  }));
  return (scope) => {
    const seen = Object.create(null) as Record<string, unknown>;
    const inner = within(scope, seen);
    for (const { key, value } of entries) seen[key] = value(inner);
    const made = Object.fromEntries(Object.entries(seen));
    scope.run.spend(weightOf(made));
    return made;
  };
}

function keyOf(key: Node): string {
  const [inner] = key.children;
  if (inner?.name === 'StringLiteral') return String(bridge(`function() ${inner.text}`)());
  return key.text.replace(/\s+/g, ' ').trim();
}

/** `[1..3]`, `(1..3]`, `]1..3[` as a value. */
export function interval(node: Node, build: Build): Evaluator {
  const { opening, start, end, closing } = partsOf(node);
  const make = bridge(`function(a, b) ${opening}a..b${closing}`);
  const [from, to] = [build(start), build(end)];
  return (scope) => make(from(scope), to(scope));
}

export function partsOf(node: Node): { opening: string; start: Node; end: Node; closing: string } {
  const [opening, start, , end, closing] = node.children;
  if (!opening || !start || !end || !closing) throw new SyntaxError('区间不完整');
  return { opening: opening.text, start, end, closing: closing.text };
}
