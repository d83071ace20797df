import type { Indicator, IndicatorFilter } from '../../../../api/platform/indicator.schema.ts';
import type { Source } from '../../../../api/platform/source.schema.ts';

const measures = {
  count: '行数',
  sum: '合计',
  average: '平均',
  max: '最大',
  min: '最小',
  distinct: '不同的个数',
  share: '占比（按行数）',
  ratio: '比率（按合计）',
};
const ops = {
  eq: '是',
  ne: '不是',
  lt: '小于',
  le: '不大于',
  gt: '大于',
  ge: '不小于',
  in: '是其中之一',
  empty: '为空',
  filled: '已填写',
};
const periods = { month: '月', quarter: '季度', year: '年' };

type TitleOf = (field: string) => string;
const titlesIn =
  (source: Source | undefined): TitleOf =>
  (field) =>
    source?.fields.find(({ name }) => name === field)?.title ?? field;

function filterSaid(filter: IndicatorFilter, titleOf: TitleOf): string {
  const { op } = filter;
  const field = titleOf(filter.field);
  if ('values' in filter) return `${field} ${ops[op]} ${filter.values.join('、')}`;
  return `${field} ${ops[op]}${'value' in filter ? ` ${filter.value}` : ''}`;
}
function measureSaid({ measure }: Indicator['definition'], titleOf: TitleOf): string {
  if (measure.kind === 'count') return measures.count;
  if (measure.kind === 'share')
    return `${measures.share}：${measure.of.map((one) => filterSaid(one, titleOf)).join('且')}`;
  if (measure.kind === 'ratio') return `${measures.ratio}：${titleOf(measure.field)} ÷ ${titleOf(measure.over)}`;
  return `${titleOf(measure.field)} ${measures[measure.kind]}`;
}

/** 指标: made, drawn, compared and taken apart in the page. */
export const indicators = {
  indicator: {
    create: '新建指标',
    change: '修改指标',
    save: '保存',
    saveVersion: (version: number) => `保存为第 ${version} 版`,
    name: '名称',
    key: '代码',
    keyHelp: '用于地址和规则，建立后不变；字母、数字、文字和“.”“_”“-”。',
    source: '数据源',
    sourceHelp: '只列出写明了单位和日期字段的数据源。',
    measure: '算什么',
    measures,
    measureHelp: {
      count: '符合条件的数据有多少行。',
      sum: '一个数字字段的合计。',
      average: '一个数字字段的平均。',
      max: '一个数字字段的最大值。',
      min: '一个数字字段的最小值。',
      distinct: '一个字段有多少个不同的值。',
      share: '符合筛选的行中，再符合下列条件的占百分之几。',
      ratio: '一个字段的合计是另一个字段合计的百分之几。',
    },
    field: '字段',
    numerator: '分子字段',
    denominator: '分母字段',
    shareOf: '占比条件',
    shareHelp: '各条同时符合。',
    filters: '筛选',
    filtersHelp: '只算同时符合各条的数据；没有条件就全算。',
    filter: (number: number) => `第 ${number} 条`,
    filterField: (number: number) => `第 ${number} 条的字段`,
    filterOp: (number: number) => `第 ${number} 条的比较`,
    filterValue: (number: number) => `第 ${number} 条的值`,
    addFilter: '加一条',
    remove: '去掉',
    several: '用“、”分开',
    ops,
    period: '期间',
    periods,
    dimensions: '维度',
    dimensionsHelp: '数值可以按这些字段分项，最多五个；单位总是一个维度。',
    dimension: '维度',
    unit: '计量单位',
    unitHelp: '写在数值后面，如 %、万元、件；可以不填。',
    better: '怎样算好',
    betters: { lower: '低的好', higher: '高的好' },
    picture: '图形',
    pictures: { line: '折线', bar: '柱状', ranking: '排名', table: '表格' },
    compare: '比较',
    compared: { units: '单位之间', years: '年度之间' },
    reason: '制定或修改的理由',
    preview: '预览数值',
    previewed: (values: number, rows: number, from: number, to: number) =>
      `${from}—${to} 年得出 ${values} 个数值，用到 ${rows} 行数据；还没有保存。`,
    changedSince: '预览之后又有改动。',
    yearsShown: '年度',
    years: (count: number) => (count === 1 ? '一年' : `连续 ${count} 年`),
    unitShown: '单位',
    worst: '最需关注的三个',
    periodShown: '期间',
    mean: '全部单位平均',
    allUnits: '全部单位',
    empty: '（未填）',
    value: '数值',
    data: '数据',
    rows: (count: number) => `${count} 行数据`,
    parted: (unit: string, period: string, dimension: string) => `${unit} ${period} 按${dimension}分项`,
    moreInSheet: (count: number) => `还有 ${count} 行，见导出的表格。`,
    versions: (count: number) => `历次版本（${count}）`,
    versionColumns: ['版本', '名称', '算法', '制定人', '日期', '理由'] as readonly string[],
    told: ({ source, definition }: Pick<Indicator, 'source' | 'definition'>, from: Source | undefined) =>
      [
        `数据源 ${from?.name ?? source}`,
        measureSaid(definition, titlesIn(from)),
        ...(definition.filters.length > 0
          ? [`只算 ${definition.filters.map((one) => filterSaid(one, titlesIn(from))).join('且')}`]
          : []),
        `按${periods[definition.period]}`,
        definition.better === 'lower' ? '低的好' : '高的好',
      ].join('；'),
  },
};
