import type { Model, Scored } from '../../../../api/platform/ecology.schema.ts';

/** 政治生态. */
export const ecology = {
  ecology: {
    title: '政治生态',
    explain: '每季度每个单位评一次分：各指标按权重计入。等级用颜色、文字和形状一起表示；怎样处置由人在案件中判断。',
    none: '还没有评分。',
    scores: '各单位得分',
    columns: ['单位', '等级', '得分', '比上次', '说明', '案件'] as readonly string[],
    unit: '单位',
    quarter: '季度',
    noPrevious: '首次',
    change: (by: number) => {
      const rounded = Math.round(by * 100) / 100;
      return rounded === 0 ? '持平' : rounded > 0 ? `↑ 升 ${rounded}` : `↓ 降 ${-rounded}`;
    },
    explained: '怎样得出',
    explainedOf: (unit: string, period: string) => `${unit} ${period} 的得分怎样得出`,
    version: (version: number) => `第 ${version} 版办法`,
    missing: (names: readonly string[]) => `没有数据、权重由其他指标分担：${names.join('、')}`,
    case: '查看案件',
    partColumns: ['指标', '数值', '满分与零分', '得分', '权重', '计入'] as readonly string[],
    scale: (full: number, zero: number) => `${full} 得满分，${zero} 得零分`,
    weight: (weight: number, whole: number) => `${weight}（占 ${Math.round((1000 * weight) / whole) / 10}%）`,
    weightOf: (weight: number) => `权重 ${weight}`,
    sum: '合计',
    lines: ({ yellow, red }: Pick<Model, 'yellow' | 'red'>) => `低于 ${yellow} 分黄色，低于 ${red} 分红色`,
    trend: '各季度得分',
    mean: '全部单位平均',
    points: '分',
    score: '评分',
    scoreHelp: '有数据的单位各评一次，各立一案；评过的不变。',
    scored: ({ period, scored, known, withoutData }: Scored) =>
      `${period} 评出 ${scored} 个单位，已评 ${known} 个，没有数据 ${withoutData} 个。`,
    weights: '评分办法',
    noWeights: '还没有评分办法。',
    changeWeights: '修改评分办法',
    parts: '指标与权重',
    partsHelp: '只能用按季度的指标。满分值和零分值之间按比例得分。',
    weightColumns: ['指标', '权重', '得满分的值', '得零分的值', '操作'] as readonly string[],
    cell: (row: number, column: string) => `第 ${row} 行的${column}`,
    row: (row: number) => `第 ${row} 行`,
    addPart: '加一个指标',
    remove: '去掉',
    yellow: '黄线',
    yellowHelp: '低于它为黄色。',
    red: '红线',
    redHelp: '低于它为红色，不能高于黄线。',
    reason: '理由',
    saveVersion: (version: number) => `保存为第 ${version} 版`,
    keepsScores: '已评的分不变，以后评分用新办法。',
  },
};
