import type { Indicator, IndicatorFilter } from '../../../../api/platform/indicator.schema.ts';
import type { Source } from '../../../../api/platform/source.schema.ts';
import type { Words } from '../zh.ts';

const measures = {
  count: 'number of rows',
  sum: 'sum',
  average: 'average',
  max: 'largest',
  min: 'smallest',
  distinct: 'number of different values',
  share: 'share (of rows)',
  ratio: 'ratio (of sums)',
};
const ops = {
  eq: 'is',
  ne: 'is not',
  lt: 'is less than',
  le: 'is at most',
  gt: 'is more than',
  ge: 'is at least',
  in: 'is one of',
  empty: 'is empty',
  filled: 'is filled in',
};
const periods = { month: 'month', quarter: 'quarter', year: 'year' };

type TitleOf = (field: string) => string;
const titlesIn =
  (source: Source | undefined): TitleOf =>
  (field) =>
    source?.fields.find(({ name }) => name === field)?.title ?? field;

function filterSaid(filter: IndicatorFilter, titleOf: TitleOf): string {
  const { op } = filter;
  const field = titleOf(filter.field);
  if ('values' in filter) return `${field} ${ops[op]} ${filter.values.join(', ')}`;
  return `${field} ${ops[op]}${'value' in filter ? ` ${filter.value}` : ''}`;
}
function measureSaid({ measure }: Indicator['definition'], titleOf: TitleOf): string {
  if (measure.kind === 'count') return measures.count;
  if (measure.kind === 'share')
    return `${measures.share}: ${measure.of.map((one) => filterSaid(one, titleOf)).join(' and ')}`;
  if (measure.kind === 'ratio') return `${measures.ratio}: ${titleOf(measure.field)} ÷ ${titleOf(measure.over)}`;
  return `${measures[measure.kind]} of ${titleOf(measure.field)}`;
}

export const indicators: Pick<Words, 'indicator'> = {
  indicator: {
    create: 'New indicator',
    change: 'Change indicator',
    save: 'Save',
    saveVersion: (version) => `Save as version ${version}`,
    name: 'Name',
    key: 'Key',
    keyHelp: 'For addresses and rules, never changed afterwards; letters, digits, “.”, “_” and “-”.',
    source: 'Source',
    sourceHelp: 'Only sources whose fields of unit and day are named.',
    measure: 'What is computed',
    measures,
    measureHelp: {
      count: 'How many rows fulfil the conditions.',
      sum: 'The sum of a numeric field.',
      average: 'The mean of a numeric field.',
      max: 'The largest value of a numeric field.',
      min: 'The smallest value of a numeric field.',
      distinct: 'How many different values a field has.',
      share: 'Of the rows that pass the filters, the percentage that fulfils these conditions too.',
      ratio: 'The sum of one field as a percentage of the sum of another.',
    },
    field: 'Field',
    numerator: 'Field above the line',
    denominator: 'Field below the line',
    shareOf: 'Conditions of the share',
    shareHelp: 'All of them at once.',
    filters: 'Filters',
    filtersHelp: 'Only rows that fulfil all of them; all rows where there is none.',
    filter: (number) => `Condition ${number}`,
    filterField: (number) => `Field of condition ${number}`,
    filterOp: (number) => `Comparison of condition ${number}`,
    filterValue: (number) => `Value of condition ${number}`,
    addFilter: 'Add a condition',
    remove: 'Remove',
    several: 'separated by commas',
    ops,
    period: 'Period',
    periods,
    dimensions: 'Dimensions',
    dimensionsHelp: 'Fields by which a value may be taken apart, five at most; the unit is always one.',
    dimension: 'Dimension',
    unit: 'Unit of measurement',
    unitHelp: 'Stands behind the value; may be empty.',
    better: 'What is good',
    betters: { lower: 'lower is better', higher: 'higher is better' },
    picture: 'Picture',
    pictures: { line: 'Lines', bar: 'Bars', ranking: 'Ranking', table: 'Table' },
    compare: 'Compare',
    compared: { units: 'units', years: 'years' },
    reason: 'Reason for making or changing it',
    preview: 'Preview values',
    previewed: (values, rows, from, to) => `${values} values of ${from}–${to} from ${rows} rows; nothing is saved yet.`,
    changedSince: 'Changed since the preview.',
    yearsShown: 'Years',
    years: (count) => (count === 1 ? 'one year' : `${count} years`),
    unitShown: 'Unit',
    worst: 'the three that need most attention',
    periodShown: 'Period',
    mean: 'Mean of all units',
    allUnits: 'All units',
    empty: '(empty)',
    value: 'Value',
    data: 'Data',
    rows: (count) => `${count} rows`,
    parted: (unit, period, dimension) => `${unit}, ${period}, by ${dimension}`,
    moreInSheet: (count) => `${count} more rows in the spreadsheet.`,
    versions: (count) => `Versions (${count})`,
    versionColumns: ['Version', 'Name', 'Computation', 'Made by', 'Date', 'Reason'],
    told: ({ source, definition }, from) =>
      [
        `source ${from?.name ?? source}`,
        measureSaid(definition, titlesIn(from)),
        ...(definition.filters.length > 0
          ? [`only where ${definition.filters.map((one) => filterSaid(one, titlesIn(from))).join(' and ')}`]
          : []),
        `by ${periods[definition.period]}`,
        definition.better === 'lower' ? 'lower is better' : 'higher is better',
      ].join('; '),
  },
};
