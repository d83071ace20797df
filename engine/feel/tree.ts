import { parseExpression, parseUnaryTests } from 'feelin';

/** A node of the parsed expression; comments are left out, punctuation and keywords stay as nodes of that name. */
export interface Node {
  readonly name: string;
  readonly text: string;
  readonly from: number;
  /** The parser met something here that is no FEEL. */
  readonly broken: boolean;
  readonly children: readonly Node[];
}

interface SyntaxNode {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly type: { readonly isError: boolean; readonly isSkipped: boolean };
  readonly firstChild: SyntaxNode | null;
  readonly nextSibling: SyntaxNode | null;
}

const depthLimit = 400;
const plainName = /^[\p{L}_$][\p{L}\p{N}_$]*$/u;

/** Names that change how an expression is read: those with blanks or operator signs in them. */
export const tellingNames = (names: readonly string[]): readonly string[] =>
  names.filter((name) => !plainName.test(name));

/** The expression under its "Expression" root, read with these telling names. Throws RangeError when it is too deep. */
export function parse(feel: string, telling: readonly string[]): Node {
  return read(feel, parseExpression(feel, contextOf(telling), undefined));
}

/** Unary tests under their "UnaryTests" root. */
export function parseTests(feel: string, telling: readonly string[]): Node {
  return read(feel, parseUnaryTests(feel, contextOf(telling), undefined));
}

const contextOf = (telling: readonly string[]) =>
  Object.fromEntries(['get or else', ...telling].map((name) => [name, 1]));

const read = (feel: string, tree: unknown): Node => nodeOf((tree as { readonly topNode: SyntaxNode }).topNode, feel, 0);

function nodeOf(node: SyntaxNode, feel: string, depth: number): Node {
  if (depth > depthLimit) throw new RangeError('表达式嵌套太深');
  const children: Node[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (!child.type.isSkipped || child.type.isError) children.push(nodeOf(child, feel, depth + 1));
  }
  const { name, from, to } = node;
  return { name, text: feel.slice(from, to), from, broken: node.type.isError, children };
}

/** A name as it is looked up: blanks collapsed, none around operator signs. */
export const canonicalName = (text: string): string =>
  text
    .replace(/\s*(\*\*?|[./\-'+])\s*/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();

/** The children of a kind. */
export const named = (node: Node, ...names: readonly string[]): readonly Node[] =>
  node.children.filter((child) => names.includes(child.name));
