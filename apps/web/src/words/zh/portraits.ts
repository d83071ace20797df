/** 画像. */
export const portraits = {
  portrait: {
    title: '画像',
    logged: '画像汇集廉政档案、台账和监督信息平台的情况，只供有权查阅档案的人查看。每次查看都连同事由记录在案。',
    reason: '查看事由',
    reasonHelp: '写明工作需要，例如哪一件事、谁批准。',
    look: '查看',
    written: '本次查看已连同事由记录。信访举报和插手干预记录的来源不在画像中。',
    ledgers: '台账',
    noLedgers: '知悉范围内没有台账记录。',
    ledgerColumns: ['台账', '总数', '未了结', '逾期'] as readonly string[],
    lines: (count: number) => `廉政档案（${count} 条）`,
    noPlatform: '您的岗位不查看监督信息平台的数据。',
    headsNone: '没有任主要负责人的单位。',
    indicatorsOf: (unit: string) => `${unit} 的指标`,
    noIndicators: '没有数据。',
    indicatorColumns: ['指标', '期间', '数值', '上年同期', '全部单位平均', '排名'] as readonly string[],
    doubtsOf: (unit: string, count: number) => `${unit} 的疑点（${count}）`,
    ecologyOf: (unit: string) => `${unit} 的政治生态`,
  },
};
