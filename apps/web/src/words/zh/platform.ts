interface Learnt {
  readonly valid: number;
  readonly falseAlarms: number;
  readonly unchecked: number;
  readonly precision: number | null;
}
interface Quality {
  readonly rows: number;
  readonly accepted: number;
  readonly quarantined: number;
}

const faultCodes: Readonly<Record<string, string>> = {
  EMPTY: '为空',
  NOT_A_NUMBER: '不是数字',
  OUT_OF_RANGE: '超出范围',
  NOT_A_DAY: '不是日期',
  UNKNOWN_UNIT: '没有这个单位',
  UNKNOWN_CODE: '不在可填的值中',
  TOO_LONG: '过长',
  DUPLICATE: '与本批另一行重复',
};

export const platform = {
  platform: {
    title: '监督信息平台',
    sources: '数据源',
    noSources: '还没有数据源。',
    sourceColumns: ['数据源', '提供单位', '用途', '报送周期', '现有行数', '隔离', '最近一批'] as readonly string[],
    never: '从未报送',
    indicators: '指标',
    noIndicators: '还没有指标。',
    rules: '预警规则',
    noRules: '还没有预警规则。',
    ruleColumns: ['规则', '指标', '条件', '状态', '核实结果'] as readonly string[],
    ruleStates: { trial: '试算中', on: '已启用', off: '已停用' },
    learnt: ({ valid, falseAlarms, unchecked, precision }: Learnt) =>
      `有效 ${valid}，误报 ${falseAlarms}，未核实 ${unchecked}；查准率 ${precision === null ? '尚无' : `${Math.round(precision * 100)}%`}`,
    switchOn: '启用',
    switchOff: '停用',
    triedOn: (year: number, judged: number, hits: number, learnt: string) =>
      `${year} 年共 ${judged} 个单位期间，命中 ${hits} 个。${learnt}。`,
    doubts: '疑点',
    doubtNote: '预警命中的只是疑点，不是线索；两人分别核实后才能流转。',
    noDoubts: '没有疑点。',
    doubtColumns: ['等级', '单位', '期间', '规则', '依据', '核实'] as readonly string[],
    found: { open: '待核实', valid: '有效', triaged: '已分流', 'false-alarm': '误报' } as Readonly<
      Record<string, string>
    >,
    rowsBehind: (count: number) => `${count} 行数据`,
    behind: (unit: string, period: string, count: number) => `${unit} ${period} 的 ${count} 行数据`,
    valueColumns: ['期间', '单位', '数值', '上年同期', '上期', '全部单位平均', '排名', '数据'] as readonly string[],
    noValues: '这一年没有数据。',
    lineage: '来源',
    place: (batch: string, row: number) => `${batch.slice(0, 10)} 第 ${row} 行`,
    agreed: (provider: string, purpose: string, level: string, cycle: string) =>
      `${provider} ${cycle}报送；用途：${purpose}；${level}。`,
    batches: '批次',
    noBatches: '还没有收到数据。',
    batchColumns: ['批次', '接收日期', '接收人', '行数', '接收', '更新', '未变', '隔离', '问题'] as readonly string[],
    via: { file: '文件', http: '接口' },
    faults: (faults: readonly { readonly field: string; readonly code: string; readonly count: number }[]) =>
      faults.map(({ field, code, count }) => `${field} ${faultCodes[code] ?? code} ${count}`).join('；'),
    faultCodes,
    bring: '报送 Excel 或 CSV 文件',
    repeated: '这一批以前收到过，没有变化。',
    taken: ({ rows, accepted, quarantined }: Quality) => `共 ${rows} 行，接收 ${accepted} 行，隔离 ${quarantined} 行。`,
    quarantine: '隔离区',
    noQuarantine: '没有隔离的数据。',
    rowColumn: '行号',
    faultColumn: '问题',
    actColumn: '操作',
    handle: '处理',
    handleRow: (row: number) => `处理第 ${row} 行`,
    correct: '更正后接收',
    discard: '不予接收',
    reason: '理由',
  },
};
