import { canonicalName, named, parse, parseTests, tellingNames, type Node } from './tree.ts';
import { nameOf } from './functions.ts';

/** Variables that an expression reads and does not itself bind; what stands in a filter may be a property and is left out. */
export function freeNames(feel: string, names: readonly string[]): readonly string[] {
  const found = new Set<string>();
  collect(parse(feel, tellingNames(names)), new Set(['item', 'partial', '?']), found);
  return [...found];
}

/** The same of a cell of a decision table. */
export function freeNamesOfTests(feel: string, names: readonly string[]): readonly string[] {
  const found = new Set<string>();
  collect(parseTests(feel, tellingNames(names)), new Set(['item', 'partial', '?']), found);
  return [...found];
}

function collect(node: Node, bound: ReadonlySet<string>, found: Set<string>): void {
  if (node.broken) return;
  if (node.name === 'VariableName') {
    const name = canonicalName(node.text);
    if (!bound.has(name)) found.add(name);
    return;
  }
  const inner = new Set([...bound, ...boundBy(node)]);
  for (const child of partsOf(node)) collect(child, inner, found);
}

function partsOf(node: Node): readonly Node[] {
  if (node.name === 'FilterExpression') return node.children.slice(0, 1);
  if (node.name === 'FunctionInvocation') return node.children.filter((child) => nameOf(child) === null);
  if (node.name === 'InstanceOfExpression') return node.children.slice(0, 1);
  return node.children;
}

const boundBy = (node: Node): readonly string[] => [
  ...named(node, 'InExpressions')
    .flatMap((all) => named(all, 'InExpression'))
    .flatMap(({ children }) => children[0] ?? [])
    .map(({ text }) => canonicalName(text)),
  ...named(node, 'FormalParameters')
    .flatMap((all) => all.children)
    .map(({ text }) => canonicalName(text)),
  ...named(node, 'ContextEntry')
    .flatMap(({ children }) => children[0] ?? [])
    .map(({ text }) => canonicalName(text.replace(/^"|"$/g, ''))),
];
