import { decisionsIn, named, parsed, textIn } from './dmn.ts';

interface Cell {
  readonly id: string;
  readonly text: string;
}

export interface Column {
  readonly id: string;
  readonly label: string;
  /** Of an input its expression, of an output its name. */
  readonly source: string;
  readonly type: string;
  /** Allowed values, as FEEL tests. */
  readonly values: string;
  /** What an output is when no rule hits. */
  readonly fallback: string;
}

export interface Rule {
  readonly id: string;
  readonly tests: readonly Cell[];
  readonly results: readonly Cell[];
  readonly note: string;
}

export interface Table {
  readonly kind: 'table';
  readonly hitPolicy: string;
  readonly aggregation: string;
  readonly inputs: readonly Column[];
  readonly outputs: readonly Column[];
  readonly rules: readonly Rule[];
}

type Logic =
  | Table
  | { readonly kind: 'expression'; readonly text: string }
  /** A boxed expression, or none at all: its name in DMN. */
  | { readonly kind: 'other'; readonly name: string };

export interface Decision {
  readonly id: string;
  readonly name: string;
  readonly logic: Logic;
}

/** The decisions of a document; null when it cannot be read. */
export function readDecisions(xml: string): readonly Decision[] | null {
  const document = parsed(xml);
  return document
    ? decisionsIn(document).map((one) => ({
        id: one.id,
        name: one.getAttribute('name') ?? one.id,
        logic: logicOf(one),
      }))
    : null;
}

const boxed = ['context', 'invocation', 'list', 'relation', 'functionDefinition', 'conditional', 'filter', 'for'];

function logicOf(decision: Element): Logic {
  const [table] = named(decision, 'decisionTable');
  if (table) return tableOf(table);
  const [literal] = named(decision, 'literalExpression');
  if (literal) return { kind: 'expression', text: textIn(literal) };
  return { kind: 'other', name: boxed.find((name) => named(decision, name).length > 0) ?? '' };
}

const tableOf = (table: Element): Table => ({
  kind: 'table',
  hitPolicy: table.getAttribute('hitPolicy') ?? 'UNIQUE',
  aggregation: table.getAttribute('aggregation') ?? '',
  inputs: named(table, 'input').map((input) => {
    const [expression] = named(input, 'inputExpression');
    return {
      id: input.id,
      label: input.getAttribute('label') ?? '',
      source: textIn(expression),
      type: typeOf(expression),
      values: textIn(named(input, 'inputValues')[0]),
      fallback: '',
    };
  }),
  outputs: named(table, 'output').map((output) => ({
    id: output.id,
    label: output.getAttribute('label') ?? '',
    source: output.getAttribute('name') ?? '',
    type: typeOf(output),
    values: textIn(named(output, 'outputValues')[0]),
    fallback: textIn(named(output, 'defaultOutputEntry')[0]),
  })),
  rules: named(table, 'rule').map((rule) => ({
    id: rule.id,
    tests: named(rule, 'inputEntry').map(cellOf),
    results: named(rule, 'outputEntry').map(cellOf),
    note: named(rule, 'description')[0]?.textContent ?? '',
  })),
});

const cellOf = (entry: Element): Cell => ({ id: entry.id, text: textIn(entry) });
const typeOf = (element: Element | undefined): string => element?.getAttribute('typeRef') ?? '';

/** What every cell and column is called, by id. */
export function placesIn(
  decisions: readonly Decision[],
  words: { readonly cell: (row: number, column: string) => string },
): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const { id, name, logic } of decisions) {
    names.set(id, name);
    if (logic.kind !== 'table') continue;
    const columns = [...logic.inputs, ...logic.outputs];
    for (const column of columns) names.set(column.id, headingOf(column));
    for (const [row, rule] of logic.rules.entries()) {
      for (const [index, cell] of [...rule.tests, ...rule.results].entries()) {
        const column = columns[index];
        names.set(cell.id, words.cell(row + 1, column ? headingOf(column) : String(index + 1)));
      }
    }
  }
  return names;
}

export const headingOf = ({ label, source, id }: Column): string => label || source || id;
