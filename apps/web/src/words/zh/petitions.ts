const moved = (before: number, count: number): string =>
  count === before
    ? `${before}（持平）`
    : count > before
      ? `${before}（↑ ${count - before}）`
      : `${before}（↓ ${before - count}）`;

/** 信访分析. */
export const petitions = {
  petitions: {
    title: '信访举报分析',
    explain: (least: number) =>
      `只有件数，没有信访人的任何情况，上级受理的不计。少于 ${least} 件的并入“其他”或不显示，以免推断出是谁反映的。`,
    period: '期间',
    quarter: '季度',
    figures: '总体情况',
    figureColumns: (before: string): readonly string[] => ['项目', '本期', `上期（${before}）`, '上年同期'],
    counted: { total: '总件数', named: '实名', repeats: '重复', aboutHeads: '反映一把手' },
    few: (least: number) => `少于 ${least} 件或可以推断，不显示`,
    trend: '各季度走势',
    hotUnits: '反映集中的单位',
    topics: '反映集中的问题',
    channels: '渠道',
    repeatUnits: '重复信访：单位',
    repeatTopics: '重复信访：问题',
    headUnits: '一把手专题：单位',
    headTopics: '一把手专题：问题',
    groupColumns: ['名称', '件数', '占比', '上期'] as readonly string[],
    notShown: '不显示',
    before: moved,
    none: '没有。',
  },
};
