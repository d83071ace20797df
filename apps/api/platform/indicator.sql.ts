import type { DataSchema } from '../../../domain/data-source.ts';
import { CaseError } from '../../../domain/errors.ts';
import type { Conditions } from '../lists/conditions.ts';
import type { IndicatorDefinition, IndicatorFilter } from './indicator.schema.ts';

/**
 * An indicator as SQL over `data_row r`. Names and values are always bound, never part of the text: what the user composes is
 * data, and the texts are a small closed set.
 */
const comparisons = { eq: '=', ne: '<>', lt: '<', le: '<=', gt: '>', ge: '>=' } as const;

const periodExpressions = {
  month: `to_char(r.occurred_on, 'YYYY-MM')`,
  quarter: `to_char(r.occurred_on, 'YYYY"-Q"Q')`,
  year: `to_char(r.occurred_on, 'YYYY')`,
} as const;

export const periodOf = ({ period }: IndicatorDefinition): string => periodExpressions[period];

export function measureOf({ measure }: IndicatorDefinition, schema: DataSchema, where: Conditions): string {
  if (measure.kind === 'count') return 'count(*)';
  if (measure.kind === 'share') {
    const passes = measure.of.map((filter) => clauseOf(filter, schema, where)).join(' and ');
    return `round(100.0 * count(*) filter (where ${passes}) / count(*), 2)`;
  }
  if (measure.kind === 'ratio') {
    const [part, whole] = [numberIn(measure.field, schema, where), numberIn(measure.over, schema, where)];
    return `round(100 * sum(${part}) / nullif(sum(${whole}), 0), 2)`;
  }
  if (measure.kind === 'distinct') return `count(distinct ${textIn(measure.field, schema, where)})`;
  const number = numberIn(measure.field, schema, where);
  if (measure.kind === 'average') return `round(avg(${number}), 4)`;
  return `${measure.kind}(${number})`;
}

export function addFilters({ filters }: IndicatorDefinition, schema: DataSchema, where: Conditions): void {
  for (const filter of filters) where.add(clauseOf(filter, schema, where));
}

/** The value of a dimension as text; empty where a row has none. */
export const partOf = (dimension: string, schema: DataSchema, where: Conditions): string =>
  `coalesce(${textIn(dimension, schema, where)}, '')`;

function clauseOf(filter: IndicatorFilter, schema: DataSchema, where: Conditions): string {
  const { field } = filter;
  const numeric = fieldOf(field, schema).type === 'number';
  const type = numeric ? 'numeric' : 'text';
  const read = numeric ? numberIn(field, schema, where) : textIn(field, schema, where);
  if ('values' in filter) return `${read} = any(${where.bind(filter.values.map(String))}::${type}[])`;
  if (!('value' in filter)) return `${read} is ${filter.op === 'empty' ? '' : 'not '}null`;
  return `${read} ${comparisons[filter.op]} ${where.bind(String(filter.value))}::${type}`;
}

function fieldOf(name: string, { fields }: DataSchema) {
  const field = fields.find((one) => one.name === name);
  if (!field) throw new CaseError('UNKNOWN_FIELD', `数据源没有字段“${name}”`);
  return field;
}

function textIn(name: string, schema: DataSchema, where: Conditions): string {
  fieldOf(name, schema);
  return `(r.data->>${where.bind(name)})`;
}

function numberIn(name: string, schema: DataSchema, where: Conditions): string {
  if (fieldOf(name, schema).type !== 'number') throw new CaseError('NOT_A_NUMBER', `字段“${name}”不是数字`);
  return `(r.data->>${where.bind(name)})::numeric`;
}
