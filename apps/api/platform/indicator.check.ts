import { isCivilDate } from '../../../domain/civil-date.ts';
import type { DataSchema } from '../../../domain/data-source.ts';
import { CaseError } from '../../../domain/errors.ts';
import type { Defect } from '../../../domain/errors.ts';
import type { IndicatorDefinition, IndicatorFilter } from './indicator.schema.ts';

type Field = DataSchema['fields'][number];
const ordered = ['lt', 'le', 'gt', 'ge'];

/** Refuses a definition that its source cannot bear, with all that is wrong and where. */
export function checkDefinition(definition: IndicatorDefinition, source: DataSchema): void {
  const defects = [...defectsOfSource(source), ...defectsOf(definition, source)];
  const [first] = defects;
  if (first) throw new CaseError(first.code, first.message, { defects });
}

const defectsOfSource = ({ unitField, dayField }: DataSchema): readonly Defect[] =>
  unitField === null || dayField === null
    ? [{ code: 'NO_UNIT_OR_DAY', message: '这个数据源没有写明单位和日期字段，不能做指标', path: 'source' }]
    : [];

function defectsOf({ measure, filters, dimensions = [] }: IndicatorDefinition, { fields }: DataSchema): Defect[] {
  const known = new Map(fields.map((field) => [field.name, field]));
  const named = (name: string, path: string): readonly Defect[] => (known.has(name) ? [] : [unknown(name, path)]);
  const numeric = (name: string, path: string): readonly Defect[] =>
    known.has(name) && known.get(name)?.type !== 'number'
      ? [{ code: 'NOT_A_NUMBER', message: `字段“${name}”不是数字`, path }]
      : named(name, path);
  const measured = (): readonly Defect[] => {
    const at = 'definition.measure';
    if (measure.kind === 'count') return [];
    if (measure.kind === 'share') return measure.of.flatMap((one, at2) => wrongIn(one, `${at}.of.${at2}`, known));
    if (measure.kind === 'distinct') return named(measure.field, `${at}.field`);
    const over = measure.kind === 'ratio' ? numeric(measure.over, `${at}.over`) : [];
    return [...numeric(measure.field, `${at}.field`), ...over];
  };
  return [
    ...measured(),
    ...filters.flatMap((filter, index) => wrongIn(filter, `definition.filters.${index}`, known)),
    ...dimensions.flatMap((name, index) => named(name, `definition.dimensions.${index}`)),
  ];
}

const unknown = (name: string, path: string): Defect => ({
  code: 'UNKNOWN_FIELD',
  message: `数据源没有字段“${name}”`,
  path,
});

function wrongIn(filter: IndicatorFilter, path: string, known: ReadonlyMap<string, Field>): readonly Defect[] {
  const field = known.get(filter.field);
  if (!field) return [unknown(filter.field, `${path}.field`)];
  if (ordered.includes(filter.op) && field.type !== 'number' && field.type !== 'day')
    return [{ code: 'NOT_ORDERED', message: `“${field.title}”是文字，不能比大小`, path: `${path}.op` }];
  const values = 'values' in filter ? filter.values : 'value' in filter ? [filter.value] : [];
  return values.flatMap((value, index) => {
    const wrong = faultOf(field, value);
    return wrong === null ? [] : [{ ...wrong, path: 'values' in filter ? `${path}.values.${index}` : `${path}.value` }];
  });
}

function faultOf({ title, type, codes }: Field, value: string | number): Omit<Defect, 'path'> | null {
  if (type === 'number' && (String(value).trim() === '' || !Number.isFinite(Number(value))))
    return { code: 'NOT_A_NUMBER', message: `“${value}”不能与数字字段“${title}”比较` };
  if (type === 'day' && !isCivilDate(String(value)))
    return { code: 'NOT_A_DAY', message: `“${value}”不是日期，应写作 2026-02-17` };
  if (type === 'code' && !codes?.includes(String(value)))
    return { code: 'UNKNOWN_CODE', message: `“${title}”没有“${value}”这个值` };
  return null;
}
