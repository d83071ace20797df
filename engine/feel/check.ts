import type { Defect } from '../../domain/errors.ts';
import { isBuiltin, nameOf } from './functions.ts';
import { ownFunctions } from './own-functions.ts';
import { patternOf } from './pattern.ts';
import { canonicalName, named, parse, parseTests, tellingNames, type Node } from './tree.ts';
import { build } from './build.ts';
import { unaryTests } from './unary-test.ts';

const lengthLimit = 10_000;
const depthLimit = 100;
const loopLimit = 3;
/** Functions that feelin names but does not have. */
const missing = /^(?:overlaps (?:before|after)|finishes|finished by|during|starts|started by|coincides)$/;

/**
 * Everything wrong with an expression, read with the names that the model knows; `callable` may hold functions.
 * Empty: the engine can evaluate it.
 */
export function defectsOf(feel: string, names: readonly string[], callable: readonly string[] = []): readonly Defect[] {
  return within(feel, () => {
    const tree = parse(feel, tellingNames(names));
    return judged({ tree, feel, names, callable, more: topLevel(tree), make: () => build(tree) });
  });
}

/** Everything wrong with a cell of a decision table. */
export function testDefectsOf(
  feel: string,
  names: readonly string[],
  callable: readonly string[] = [],
): readonly Defect[] {
  return within(feel, () => {
    const tree = parseTests(feel, tellingNames(names));
    return judged({ tree, feel, names, callable, more: [], make: () => unaryTests(tree, build) });
  });
}

function within(feel: string, problems: () => readonly string[]): readonly Defect[] {
  if (feel.trim() === '') return [defect('表达式是空的')];
  if (feel.length > lengthLimit) return [defect(`表达式超过 ${lengthLimit} 个字符`)];
  if (nestingOf(feel) > depthLimit) return [defect('表达式嵌套太深')];
  try {
    return problems().map(defect);
  } catch (error) {
    if (error instanceof RangeError) return [defect('表达式嵌套太深')];
    throw error;
  }
}

interface Reading {
  readonly tree: Node;
  readonly feel: string;
  readonly names: readonly string[];
  readonly callable: readonly string[];
  readonly more: readonly string[];
  readonly make: () => unknown;
}

function judged({ tree, feel, names, callable, more, make }: Reading): readonly string[] {
  const problems = [...broken(tree, feel), ...more];
  if (problems.length > 0) return problems;
  const known = new Set([...tellingNames(names).map(canonicalName), ...twoWords]);
  const found = inside(tree, {
    known,
    callable: new Set([...callable.map(canonicalName), ...boundIn(tree)]),
    loops: 0,
  });
  return found.length > 0 ? [...new Set(found)] : unbuildable(make);
}

/** Properties of temporal values and ranges that are no variables. */
const twoWords = ['time offset', 'start included', 'end included'];

/** Names that the expression itself gives: entries, parameters, loop variables. */
const boundIn = (node: Node): readonly string[] => [
  ...(['Key', 'ParameterName', 'InExpression'].includes(node.name) && node.children[0]
    ? [canonicalName(node.children[0].text.replace(/^"|"$/g, ''))]
    : []),
  ...node.children.flatMap(boundIn),
];

const defect = (message: string): Defect => ({ code: 'EXPRESSION', message });

/** Brackets outside of texts; the parser's own depth follows them. */
function nestingOf(feel: string): number {
  let [depth, deepest] = [0, 0];
  for (const sign of feel.replace(/"(?:[^"\\]|\\.)*"/g, '')) {
    if ('([{'.includes(sign)) deepest = Math.max(deepest, ++depth);
    else if (')]}'.includes(sign)) depth -= 1;
  }
  return deepest;
}

function broken(tree: Node, feel: string): string[] {
  const first = firstBroken(tree);
  if (!first) return [];
  const place = `第 ${first.from + 1} 个字符附近看不懂：“${feel}”`;
  const hint = hints.find(({ sign }) => sign.test(feel))?.hint;
  return [hint ? `${place}；${hint}` : place];
}

const hints = [
  { sign: /&&|\|\|/, hint: '“并且”写 and，“或者”写 or' },
  { sign: /'/, hint: '文字用双引号' },
  { sign: /!(?!=)/, hint: '“非”写 not(…)' },
  { sign: /\?.*:/, hint: '条件写 if … then … else …' },
  { sign: /\bif\b(?!.*\belse\b)/s, hint: 'if 要有 else' },
  { sign: /%/, hint: '余数写 modulo(a, b)' },
];

function firstBroken(node: Node): Node | undefined {
  if (node.broken) return node;
  for (const child of node.children) {
    const found = firstBroken(child);
    if (found) return found;
  }
  return undefined;
}

function topLevel(tree: Node): string[] {
  const [only, second] = tree.children;
  if (!only || second) return [`“${tree.text}” 不是一个表达式`];
  if (only.name === 'FunctionDefinition') return ['表达式的结果是函数，不是值'];
  if (only.name === 'SimplePositiveUnaryTest' && only.children.length > 1) return [`“${tree.text}” 缺少左边的值`];
  return [];
}

interface Seen {
  readonly known: ReadonlySet<string>;
  /** Names that may hold a function. */
  readonly callable: ReadonlySet<string>;
  readonly loops: number;
}

function inside(node: Node, seen: Seen): string[] {
  const loops = seen.loops + loopsOf(node);
  const problems = [...wordsTogether(node, seen.known), ...doubleSign(node), ...wrongCall(node, seen.callable)];
  if (loops > loopLimit && seen.loops <= loopLimit) problems.push(`循环嵌套超过 ${loopLimit} 层`);
  const children =
    node.name === 'FunctionInvocation' ? node.children.filter((one) => nameOf(one) === null) : node.children;
  return [...problems, ...children.flatMap((child) => inside(child, { ...seen, loops }))];
}

function loopsOf(node: Node): number {
  if (node.name === 'FilterExpression') return node.children[2]?.name === 'NumericLiteral' ? 0 : 1;
  return node.name === 'InExpressions'
    ? 0
    : named(node, 'InExpressions')
        .flatMap((all) => all.children)
        .filter((one) => one.name === 'InExpression').length;
}

/** `foo bar baz` and `a eq 1` are one name to the parser. */
function wordsTogether(node: Node, known: ReadonlySet<string>): string[] {
  if (node.name !== 'VariableName' && node.name !== 'PathName') return [];
  const name = canonicalName(node.text);
  if (node.children.length < 2 || known.has(name)) return [];
  const [, operator] = / (eq|ne|gt|ge|lt|le|div|mod|empty|is|like) /.exec(` ${name} `) ?? [];
  return [`“${name}” 会被当作一个名称${operator ? `；${operator} 不是 FEEL 的运算符` : '，中间缺少运算符'}`];
}

function doubleSign(node: Node): string[] {
  if (node.name !== 'Comparison') return [];
  const right = node.children.at(-1);
  if (right?.name !== 'SimplePositiveUnaryTest' || node.children[1]?.name !== 'CompareOp') return [];
  if (right.children[0]?.name === 'Interval') return [];
  return [`“${node.text}” 的比较符不对${node.text.includes('==') ? '：相等写一个 “=”' : ''}`];
}

function wrongCall(node: Node, callable: ReadonlySet<string>): string[] {
  if (node.name !== 'FunctionInvocation') return [];
  const [target] = node.children;
  const name = target ? nameOf(target) : null;
  if (name === null || callable.has(name)) return [];
  const own = Object.hasOwn(ownFunctions, name);
  if (missing.test(name) || (!own && !isBuiltin(name))) return [`没有函数 “${name}”`];
  const given = named(node, 'PositionalParameters').flatMap((all) => all.children);
  const most = own ? ownFunctions[name]?.parameters.length : undefined;
  if (most !== undefined && given.length > most && name !== 'min' && name !== 'max') {
    return [`函数 “${name}” 最多有 ${most} 个参数`];
  }
  return wrongPattern(name, given);
}

function wrongPattern(name: string, [, pattern, third, fourth]: readonly Node[]): string[] {
  if (!['matches', 'replace', 'split'].includes(name) || pattern?.name !== 'StringLiteral') return [];
  const flags = name === 'matches' ? third : name === 'replace' ? fourth : undefined;
  const source = JSON.parse(pattern.text.replace(/\\(?!["\\nrtu])/g, '\\\\')) as string;
  const found = patternOf(source, flags?.name === 'StringLiteral' ? flags.text.slice(1, -1) : '');
  return found ? [] : [`模式 ${pattern.text} 不能用：不支持回溯引用和前后查看，或写法有误`];
}

function unbuildable(make: () => unknown): string[] {
  try {
    make();
    return [];
  } catch (error) {
    if (error instanceof SyntaxError) return [error.message];
    throw error;
  }
}
