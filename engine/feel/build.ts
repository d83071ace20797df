import { filter, path, variable } from './access.ts';
import { conditional, definition, invocation } from './functions.ts';
import { atLiteral, context, interval, list, numberLiteral, stringLiteral, type Build } from './literals.ts';
import { forLoop, quantified } from './loops.ts';
import { arithmetic, comparison, conjunction, disjunction, instanceOf } from './operators.ts';
import type { Evaluator } from './run.ts';
import type { Node } from './tree.ts';

const builders: Readonly<Record<string, (node: Node, build: Build) => Evaluator>> = {
  NumericLiteral: numberLiteral,
  StringLiteral: stringLiteral,
  BooleanLiteral: ({ text }) => {
    const value = text === 'true';
    return () => value;
  },
  null: () => () => null,
  List: list,
  Context: context,
  Interval: interval,
  AtLiteral: atLiteral,
  DateTimeLiteral: (node, build) => (node.children.length === 1 ? through(node, build) : invocation(node, build)),
  VariableName: variable,
  '?': variable,
  PathExpression: path,
  FilterExpression: filter,
  Comparison: comparison,
  Conjunction: conjunction,
  Disjunction: disjunction,
  ArithmeticExpression: arithmetic,
  InstanceOfExpression: instanceOf,
  ForExpression: forLoop,
  QuantifiedExpression: quantified,
  IfExpression: conditional,
  FunctionInvocation: invocation,
  FunctionDefinition: definition,
  ParenthesizedExpression: (node, build) => build(node.children[1] as Node),
  SimplePositiveUnaryTest: through,
};

function through(node: Node, build: Build): Evaluator {
  const [only] = node.children;
  if (!only || node.children.length > 1) throw new SyntaxError(`“${node.text}” 在此处不是值`);
  return build(only);
}

/** Compiles a parsed expression once; throws SyntaxError for what is no value. */
export function build(node: Node): Evaluator {
  if (node.broken) throw new SyntaxError(`看不懂 “${node.text}”`);
  if (node.name === 'Expression') return build(node.children[0] as Node);
  const builder = Object.hasOwn(builders, node.name) ? builders[node.name] : undefined;
  if (!builder) throw new SyntaxError(`“${node.text}” 在此处不支持`);
  if (node.children.some((child) => child.broken)) throw new SyntaxError(`看不懂 “${node.text}”`);
  return builder(node, build);
}
