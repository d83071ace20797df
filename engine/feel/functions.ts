import { evaluate, FeelFunction } from 'feelin';
import { bridge } from './bridge.ts';
import { ownFunctions } from './own-functions.ts';
import type { Build } from './literals.ts';
import { lookUp, within, type Evaluator, type Scope } from './run.ts';
import { canonicalName, named, type Node } from './tree.ts';
import { weightOf } from './value.ts';

/** Only `true` takes the first branch. */
export function conditional(node: Node, build: Build): Evaluator {
  const [, condition, , first, , second] = node.children;
  if (!condition || !first || !second) throw new SyntaxError('if 要有 then 和 else');
  const [test, yes, no] = [build(condition), build(first), build(second)];
  return (scope) => (test(scope) === true ? yes(scope) : no(scope));
}

/** `function(a, b) …`, as an argument of sort and the like. */
export function definition(node: Node, build: Build): Evaluator {
  const names = named(node, 'FormalParameters')
    .flatMap((all) => all.children)
    .map(({ children: [name] }) => canonicalName(name?.text ?? ''));
  const [source] = named(node, 'FunctionBody');
  if (!source?.children[0] || named(node, 'external').length > 0) throw new SyntaxError('函数要有 FEEL 写的内容');
  const body = build(source.children[0]);
  return (scope) =>
    new FeelFunction((...values: unknown[]) => {
      scope.run.spend(10);
      const given = Object.fromEntries(names.map((name, index) => [name, values[index] ?? null]));
      return scope.run.nested(() => body(within(scope, given)));
    }, names);
}

interface Arguments {
  /** Names of named arguments, else null. */
  readonly names: readonly string[] | null;
  readonly values: readonly Evaluator[];
}

/** A call of a function held by a variable, of one of our own, or of feelin's. */
export function invocation(node: Node, build: Build): Evaluator {
  const [target] = node.children;
  if (!target) throw new SyntaxError('函数调用不完整');
  const given = argumentsOf(node, build);
  const name = nameOf(target);
  const byName = name === null ? () => null : namedFunction(name, given);
  const held = name === null ? build(target) : (scope: Scope) => lookUp(scope, name);
  return (scope) => {
    const values = given.values.map((value) => value(scope));
    scope.run.spend(values.reduce<number>((sum, value) => sum + costOf(name, value), 5));
    const found = held(scope);
    const result = found instanceof FeelFunction ? call(found, given, values) : byName(scope, values);
    scope.run.spend(weightOf(result));
    return result ?? null;
  };
}

/** Comparing every element with every other one costs accordingly. */
const costOf = (name: string | null, value: unknown): number => {
  const weight = weightOf(value);
  return name === 'distinct values' || name === 'union' ? (weight * weight) / 10 : weight;
};

export const nameOf = (target: Node): string | null =>
  ['VariableName', 'SpecialFunctionName', 'DateTimeConstructor'].includes(target.name)
    ? canonicalName(target.text)
    : null;

function argumentsOf(node: Node, build: Build): Arguments {
  const [positional] = named(node, 'PositionalParameters');
  if (positional) return { names: null, values: positional.children.map(build) };
  const pairs = named(node, 'NamedParameters').flatMap((all) => named(all, 'NamedParameter'));
  return {
    names: pairs.length === 0 ? null : pairs.map(({ children: [name] }) => canonicalName(name?.text ?? '')),
    values: pairs.map(({ children }) => build(children.at(-1) as Node)),
  };
}

function call(target: FeelFunction, { names }: Arguments, values: readonly unknown[]): unknown {
  const given = names ? Object.fromEntries(names.map((name, index) => [name, values[index]])) : values;
  return target.invoke(given) as unknown;
}

function namedFunction(
  name: string,
  { names, values }: Arguments,
): (scope: Scope, given: readonly unknown[]) => unknown {
  const own = Object.hasOwn(ownFunctions, name) ? ownFunctions[name] : undefined;
  if (own) {
    return ({ run }, given) => own.call(names ? own.parameters.map((one) => given[names.indexOf(one)]) : given, run);
  }
  if (!isBuiltin(name)) return () => null;
  const letters = values.map((_, index) => `a${index}`);
  const passed = letters.map((letter, index) => (names ? `${names[index]}: ${letter}` : letter));
  const made = bridge(`function(${letters.join(', ')}) ${name}(${passed.join(', ')})`);
  return (_, given) => made(...given);
}

const constructors = new Set(['date', 'time', 'date and time', 'duration', 'years and months duration']);

/** Whether feelin has a function of this name. */
export function isBuiltin(name: string): boolean {
  if (constructors.has(name)) return true;
  if (!/^[a-z ]+$/.test(name)) return false;
  return typeof (evaluate(name) as { readonly value: unknown }).value === 'function';
}
