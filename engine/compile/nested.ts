import type { Pair } from './pairs.ts';

type Tree = { readonly [name: string]: Tree | string };

/** Camunda 8 writes into an object by a path, "authentication.type": all such targets of one variable become one, an object. */
export function gathered(pairs: readonly Pair[], way: 'input' | 'output'): readonly Pair[] {
  const plain = pairs.filter(({ target }) => !target.includes('.'));
  const trees = new Map<string, Tree>();
  for (const { source, target } of pairs.filter((one) => !plain.includes(one))) {
    const [variable = '', ...path] = target.split('.');
    trees.set(variable, put(trees.get(variable) ?? {}, path, source.replace(/^\s*=/, '')));
  }
  const objects = [...trees].map(([target, tree]) => ({ source: `=${written(target, tree, way)}`, target }));
  return [...plain, ...objects];
}

function put(tree: Tree, [name = '', ...path]: readonly string[], source: string): Tree {
  const inner = tree[name];
  return { ...tree, [name]: path.length === 0 ? source : put(typeof inner === 'object' ? inner : {}, path, source) };
}

/** What goes in is a new object, what comes out joins the one that is there. */
function written(variable: string, tree: Tree, way: 'input' | 'output'): string {
  const object = objectOf(tree);
  return way === 'input' ? object : `context merge([if ${variable} = null then {} else ${variable}, ${object}])`;
}

const objectOf = (tree: Tree): string =>
  `{${Object.entries(tree)
    .map(([name, value]) => `${JSON.stringify(name)}: ${typeof value === 'string' ? `(${value})` : objectOf(value)}`)
    .join(', ')}}`;
