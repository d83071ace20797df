import { childOf, childrenOf, idOf, textOf, type Moddle } from '../compile/moddle.ts';
import { alternativesOf } from '../feel/alternatives.ts';
import type { Aggregation, DecisionTable, Feel, HitPolicy, TableOutput, TextType } from './decision.ts';
import type { Reading } from './reading.ts';

const policies: readonly HitPolicy[] = ['UNIQUE', 'FIRST', 'ANY', 'PRIORITY', 'COLLECT', 'RULE ORDER', 'OUTPUT ORDER'];
const aggregations: readonly Aggregation[] = ['SUM', 'MIN', 'MAX', 'COUNT'];

/** A decision table, its cells checked. */
export function tableOf(table: Moddle, id: string, reading: Reading): DecisionTable {
  const hitPolicy = chosen(table, 'hitPolicy', policies, id, reading) ?? 'UNIQUE';
  const aggregation = chosen(table, 'aggregation', aggregations, id, reading);
  const outputs = childrenOf(table, 'output').map((one) => outputOf(one, id, reading));
  if (outputs.length === 0) reading.refuse('NO_OUTPUT', '决策表没有输出列', id);
  if (outputs.length > 1 && outputs.some(({ name }) => name === null)) {
    reading.refuse('NO_OUTPUT_NAME', '决策表有几个输出列时，每列都要有名称', id);
  }
  if (aggregation && hitPolicy !== 'COLLECT') {
    reading.refuse('IDLE_ATTRIBUTE', `汇总方式 ${aggregation} 只能与 COLLECT 一起用`, id);
  }
  if (aggregation && aggregation !== 'COUNT' && outputs.length > 1) {
    reading.refuse('AGGREGATION', `几个输出列不能汇总（${aggregation}）`, id);
  }
  const inputs = childrenOf(table, 'input').map((one, column) => {
    const expression = childOf(one, 'inputExpression');
    const type = momentType(textTypeOf(textOf(expression, 'typeRef')), table, column);
    return { expression: reading.expression(expression, idOf(one) || id), ...(type ? { type } : {}) };
  });
  const rules = childrenOf(table, 'rule').map((one, index) => {
    const name = idOf(one) || `${index + 1}`;
    const cells = childrenOf(one, 'inputEntry');
    const results = childrenOf(one, 'outputEntry');
    if (cells.length !== inputs.length || results.length !== outputs.length) {
      reading.refuse('RULE_WIDTH', `第 ${index + 1} 条规则的格数与列数不同`, idOf(one) || id);
    }
    return {
      id: name,
      tests: cells.map((cell) => reading.tests(cell, idOf(cell) || name)),
      results: results.map((cell) => reading.expression(cell, idOf(cell) || name)),
    };
  });
  return { kind: 'table', hitPolicy, ...(aggregation ? { aggregation } : {}), inputs, outputs, rules };
}

/**
 * Camunda's modeler writes the cells of a column of dates as moments, `< date and time("2026-01-01T00:00:00")`, to which a
 * date does not compare: the column is one of moments then, a day its beginning.
 */
function momentType(type: TextType | undefined, table: Moddle, column: number): TextType | undefined {
  if (type !== 'date') return type;
  const cells = childrenOf(table, 'rule').flatMap(
    (rule) => textOf(childrenOf(rule, 'inputEntry')[column], 'text') ?? [],
  );
  return cells.some((cell) => /\bdate and time\(/.test(cell)) ? 'date and time' : type;
}

function outputOf(output: Moddle, id: string, reading: Reading): TableOutput {
  const name = textOf(output, 'name');
  const place = idOf(output) || id;
  const allowed = childOf(output, 'outputValues');
  const fallback = childOf(output, 'defaultOutputEntry');
  return {
    name: name === undefined ? null : reading.name(name),
    ranks: allowed ? ranksOf(reading.tests(allowed, place)) : [],
    ...(fallback ? { fallback: reading.expression(fallback, place) } : {}),
  };
}

const ranksOf = (allowed: Feel): readonly Feel[] => (allowed === '-' ? [] : alternativesOf(allowed));

function chosen<const T extends string>(
  table: Moddle,
  name: string,
  choices: readonly T[],
  id: string,
  reading: Reading,
): T | undefined {
  const value = textOf(table, name);
  const choice = choices.find((one) => one === value);
  if (value !== undefined && choice === undefined) {
    reading.refuse('WRONG_VALUE', `${name}="${value}" 不对：只能是 ${choices.join('、')}`, id);
  }
  return choice;
}

const textTypes: Readonly<Record<string, TextType>> = {
  date: 'date',
  time: 'time',
  datetime: 'date and time',
  'date and time': 'date and time',
  'days and time duration': 'duration',
  'years and months duration': 'duration',
  daytimeduration: 'duration',
  yearmonthduration: 'duration',
  duration: 'duration',
};

/** "feel:date", "dateTime", "date and time"… */
export function textTypeOf(typeRef: string | undefined): TextType | undefined {
  const name = typeRef?.replace(/^.*[:}]/, '').toLowerCase();
  return name !== undefined && Object.hasOwn(textTypes, name) ? textTypes[name] : undefined;
}
