import type { Indicator, IndicatorFilter, NewIndicator } from '../../../../api/platform/indicator.schema.ts';

export const measureKinds = ['count', 'sum', 'average', 'max', 'min', 'distinct', 'share', 'ratio'] as const;
type MeasureKind = (typeof measureKinds)[number];
export const operators = ['eq', 'ne', 'lt', 'le', 'gt', 'ge', 'in', 'empty', 'filled'] as const;
type Operator = (typeof operators)[number];

export interface FilterDraft {
  readonly field: string;
  readonly op: Operator;
  /** Several are separated by 、 or a comma. */
  readonly value: string;
}

/** What stands in the form: every field there is, whether the measure needs it or not. */
export interface IndicatorDraft {
  readonly key: string;
  readonly name: string;
  readonly source: string;
  readonly kind: MeasureKind;
  readonly field: string;
  readonly over: string;
  readonly of: readonly FilterDraft[];
  readonly filters: readonly FilterDraft[];
  readonly period: 'month' | 'quarter' | 'year';
  readonly unit: string;
  readonly better: 'lower' | 'higher';
  readonly dimensions: readonly string[];
  readonly as: 'line' | 'bar' | 'ranking' | 'table';
  readonly compare: 'units' | 'years';
  readonly reason: string;
}

export const emptyDraft: IndicatorDraft = {
  key: '',
  name: '',
  source: '',
  kind: 'count',
  field: '',
  over: '',
  of: [],
  filters: [],
  period: 'quarter',
  unit: '',
  better: 'lower',
  dimensions: [],
  as: 'line',
  compare: 'units',
  reason: '',
};

export function draftOf({ key, name, source, definition }: Indicator): IndicatorDraft {
  const { measure, filters, period, unit, better, dimensions = [], view } = definition;
  return {
    ...emptyDraft,
    key,
    name,
    source,
    period,
    unit,
    better,
    dimensions,
    kind: measure.kind,
    field: 'field' in measure ? measure.field : '',
    over: 'over' in measure ? measure.over : '',
    of: 'of' in measure ? measure.of.map(filterDraftOf) : [],
    filters: filters.map(filterDraftOf),
    as: view?.as ?? 'bar',
    compare: view?.compare ?? 'units',
  };
}

function filterDraftOf(filter: IndicatorFilter): FilterDraft {
  const { field, op } = filter;
  if ('values' in filter) return { field, op, value: filter.values.join('、') };
  return { field, op, value: 'value' in filter ? String(filter.value) : '' };
}

export const orderOf = ({ key, name, source, reason, ...draft }: IndicatorDraft): NewIndicator => ({
  key,
  name,
  source,
  definition: definitionOf(draft),
  ...(reason.trim() ? { reason } : {}),
});

type Defined = Omit<IndicatorDraft, 'key' | 'name' | 'source' | 'reason'>;

export const definitionOf = (draft: Defined): Indicator['definition'] => ({
  measure: measureOf(draft),
  filters: draft.filters.map(filterOf),
  period: draft.period,
  unit: draft.unit.trim(),
  better: draft.better,
  ...(draft.dimensions.length > 0 ? { dimensions: [...draft.dimensions] } : {}),
  view: { as: draft.as, compare: draft.compare },
});

function measureOf({ kind, field, over, of }: Defined): Indicator['definition']['measure'] {
  if (kind === 'count') return { kind };
  if (kind === 'share') return { kind, of: of.map(filterOf) };
  return kind === 'ratio' ? { kind, field, over } : { kind, field };
}

function filterOf({ field, op, value }: FilterDraft): IndicatorFilter {
  if (op === 'empty' || op === 'filled') return { field, op };
  if (op === 'in') return { field, op, values: value.split(/[、,，]/).flatMap((one) => one.trim() || []) };
  return { field, op, value: value.trim() };
}
