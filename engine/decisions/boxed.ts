import { childOf, childrenOf, textOf, type Moddle } from '../compile/moddle.ts';
import type { Feel } from './decision.ts';
import type { Reading } from './reading.ts';

/** Takes a decision table out of its expression and answers the call that stands for it; `locals` are the names it may see there. */
export type Hoist = (table: Moddle, locals: readonly string[]) => Feel;

export interface Boxed {
  readonly id: string;
  readonly reading: Reading;
  readonly hoist: Hoist;
  readonly locals: readonly string[];
}

/** A literal or boxed expression as one FEEL expression. */
export function feelOf(expression: Moddle | undefined, boxed: Boxed): Feel {
  if (!expression) return 'null';
  const { id, reading, hoist, locals } = boxed;
  const inner: Inner = (one, more = []) => feelOf(one, { ...boxed, locals: [...locals, ...more] });
  switch (expression.$type) {
    case 'dmn:LiteralExpression':
      return `(${reading.part(expression, id)}\n)`;
    case 'dmn:List':
      return `[${childrenOf(expression, 'elements')
        .map((one) => inner(one))
        .join(', ')}]`;
    case 'dmn:Relation':
      return relation(expression, inner, reading);
    case 'dmn:Context':
      return context(expression, inner, reading);
    case 'dmn:Invocation':
      return invocation(expression, id, inner, reading);
    case 'dmn:FunctionDefinition':
      return functionOf(expression, id, inner, reading);
    case 'dmn:DecisionTable':
      return hoist(expression, locals);
    default:
      reading.refuse('UNSUPPORTED_EXPRESSION', `此处不支持 ${expression.$type.slice(4)}`, id);
      return 'null';
  }
}

type Inner = (one: Moddle | undefined, more?: readonly string[]) => Feel;

function relation(expression: Moddle, inner: Inner, reading: Reading): Feel {
  const columns = childrenOf(expression, 'column').map((one) => reading.name(textOf(one, 'name') ?? ''));
  const rows = childrenOf(expression, 'row').map((row) => {
    const cells = childrenOf(row, 'elements').map((cell, index) => `${key(columns[index] ?? '')}: ${inner(cell)}`);
    return `{${cells.join(', ')}}`;
  });
  return `[${rows.join(', ')}]`;
}

const key = (name: string): Feel => JSON.stringify(name);
const resultKey = 'the result of the context';

/** Entries see the ones before; an entry without a name at the end is the value of the whole. */
function context(expression: Moddle, inner: Inner, reading: Reading): Feel {
  const before: string[] = [];
  const entries = childrenOf(expression, 'contextEntry').map((entry) => {
    const given = textOf(childOf(entry, 'variable'), 'name');
    const value = inner(childOf(entry, 'value'), before);
    const name = given === undefined ? undefined : reading.name(given);
    if (name !== undefined) before.push(name);
    return { name, value };
  });
  const text = entries.map(({ name, value }) => `${key(name ?? resultKey)}: ${value}`).join(', ');
  if (entries.every(({ name }) => name !== undefined)) return `{${text}}`;
  reading.name(resultKey);
  return `{${text}}.${resultKey}`;
}

function invocation(expression: Moddle, id: string, inner: Inner, reading: Reading): Feel {
  const called = reading.part(childOf(expression, 'calledFunction'), id);
  const bindings = childrenOf(expression, 'binding').map((one) => {
    const name = reading.name(textOf(childOf(one, 'parameter'), 'name') ?? '');
    return `${name}: ${inner(childOf(one, 'bindingFormula'))}`;
  });
  return `${called}(${bindings.join(', ')})`;
}

/** A business knowledge model or a function in a context; only those written in FEEL. */
function functionOf(expression: Moddle, id: string, inner: Inner, reading: Reading): Feel {
  const kind = textOf(expression, 'kind') ?? 'FEEL';
  if (kind !== 'FEEL') {
    reading.refuse('UNSUPPORTED_EXPRESSION', `${kind} 函数不支持，请改用 FEEL`, id);
    return 'null';
  }
  const parameters = childrenOf(expression, 'formalParameter').map((one) => reading.name(textOf(one, 'name') ?? ''));
  return `(function(${parameters.join(', ')}) ${inner(childOf(expression, 'body'), parameters)})`;
}
