import { bridge } from './bridge.ts';
import type { Build } from './literals.ts';
import type { Evaluator } from './run.ts';
import { temporalArithmetic } from './durations.ts';
import { named, type Node } from './tree.ts';
import { compare, unaryTest } from './unary-test.ts';
import { isTemporal, kindOf } from './value.ts';

/**
 * Values of different kinds are neither equal nor unequal nor ordered: null. So is a comparison with null, unless the
 * word `null` itself is asked for.
 */
export function comparison(node: Node, build: Build): Evaluator {
  const [left, operator, right] = node.children;
  if (!left || !operator || !right) throw new SyntaxError('比较不完整');
  if (operator.name === 'between') return between(node, build);
  if (operator.name === 'in') return membership(node, build);
  const [a, b, { text }] = [build(left), build(right), operator];
  const asksForNull = (left.name === 'null' || right.name === 'null') && /^!?=$/.test(text);
  if (!asksForNull) return (scope) => compare(text, a(scope), b(scope));
  return (scope) => (kindOf(a(scope)) === kindOf(b(scope))) === (text === '=');
}

function between(node: Node, build: Build): Evaluator {
  const [value, low, high] = [0, 2, 4].map((index) => build(node.children[index] as Node)) as [
    Evaluator,
    Evaluator,
    Evaluator,
  ];
  return (scope) => {
    const [found, from, to] = [value(scope), low(scope), high(scope)];
    return and(compare('>=', found, from), compare('<=', found, to));
  };
}

/** `x in …`: true if one test holds, null if none does and one cannot tell. */
function membership(node: Node, build: Build): Evaluator {
  const [left] = node.children;
  const tests = [
    ...named(node, 'PositiveUnaryTest'),
    ...named(node, 'PositiveUnaryTests').flatMap((all) => all.children),
  ]
    .filter((one) => one.name === 'PositiveUnaryTest')
    .map((one) => unaryTest(one, build));
  const value = build(left as Node);
  return (scope) => {
    const found = value(scope);
    return tests.reduce<boolean | null>((so, test) => (so === true ? true : or(so, test(found, scope))), false);
  };
}

const and = (a: unknown, b: unknown): boolean | null => {
  if (a === false || b === false) return false;
  return a === true && b === true ? true : null;
};
const or = (a: unknown, b: unknown): boolean | null => {
  if (a === true || b === true) return true;
  return a === false && b === false ? false : null;
};

/** Three-valued; what is no boolean counts as unknown. */
export function conjunction(node: Node, build: Build): Evaluator {
  const [a, b] = [build(node.children[0] as Node), build(node.children[2] as Node)];
  return (scope) => {
    const left = a(scope);
    return left === false ? false : and(left, b(scope));
  };
}

export function disjunction(node: Node, build: Build): Evaluator {
  const [a, b] = [build(node.children[0] as Node), build(node.children[2] as Node)];
  return (scope) => {
    const left = a(scope);
    return left === true ? true : or(left, b(scope));
  };
}

const arithmetics: Readonly<Record<string, (a: number, b: number) => number | null>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => (b === 0 ? null : a / b),
  '**': (a, b) => a ** b,
};

export function arithmetic(node: Node, build: Build): Evaluator {
  const [first, second, third] = node.children;
  if (first?.name === 'ArithOp' && second) return negation(build(second));
  if (!first || !second || !third) throw new SyntaxError('算式不完整');
  const sign = second.text === '^' ? '**' : second.text;
  const compute = arithmetics[sign];
  if (!compute) throw new SyntaxError(`没有运算符 ${sign}`);
  const [a, b] = [build(first), build(third)];
  return (scope) => {
    const [left, right] = [a(scope), b(scope)];
    if (typeof left === 'number' && typeof right === 'number') return finite(compute(left, right));
    if (sign === '+' && typeof left === 'string' && typeof right === 'string') {
      scope.run.spend((left.length + right.length) / 100);
      return left + right;
    }
    if (!isTemporal(kindOf(left)) && !isTemporal(kindOf(right))) return null;
    const own = temporalArithmetic(sign, left, right);
    return own === undefined ? bridge(`function(a, b) a ${sign} b`)(left, right) : own;
  };
}

function negation(operand: Evaluator): Evaluator {
  return (scope) => {
    const value = operand(scope);
    if (typeof value === 'number') return -value;
    return temporalArithmetic('*', value, -1) ?? null;
  };
}

const finite = (value: number | null): number | null => (value !== null && Number.isFinite(value) ? value : null);

export function instanceOf(node: Node, build: Build): Evaluator {
  const [value, type] = [node.children[0], node.children.at(-1)];
  if (!value || !type) throw new SyntaxError('instance of 不完整');
  const [found, test] = [build(value), bridge(`function(a) a instance of ${type.text}`)];
  return (scope) => test(found(scope));
}
