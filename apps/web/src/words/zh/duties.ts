type Count = 'planned' | 'open' | 'overdue' | 'checking' | 'done' | 'failed' | 'skipped' | 'cancelled';
type How = 'onTime' | 'late' | 'redone' | 'failed' | 'undone';
interface Report {
  readonly items: number;
  readonly areas: number;
  readonly marked: number;
  readonly changed: boolean;
  readonly obligations: { readonly added: number; readonly moved: number; readonly removed: number };
}

export const duties = {
  duties: {
    title: '责任清单',
    none: '还没有责任清单。',
    columns: {
      name: '清单',
      year: '年度',
      status: '状态',
      items: '事项',
      owner: '清单负责人',
      no: '编号',
      measure: '责任事项',
      lead: '牵头单位',
      cycle: '周期',
      period: '所属周期',
      opensOn: '开启日',
      dueOn: '完成时限',
      handedInOn: '报送日期',
      next: '下次开启',
      left: '本年剩余',
      schedule: '日程',
      score: '得分',
      level: '等次',
      obligations: '到期事项',
    },
    counts: [
      ['planned', '未到期'],
      ['open', '落实中'],
      ['overdue', '逾期'],
      ['checking', '核查中'],
      ['done', '已销号'],
      ['failed', '未落实'],
      ['skipped', '未要求'],
      ['cancelled', '已撤销'],
    ] as readonly (readonly [Count, string])[],
    stuck: (count: number) => `${count} 项未能开启`,
    statuses: { draft: '拟订中', active: '施行中', paused: '已暂停', ended: '已结束' },
    states: {
      planned: '未到期',
      missed: '待补开',
      open: '落实中',
      overdue: '逾期',
      checking: '核查中',
      redo: '补正中',
      accounting: '处理中',
      helping: '待配合单位办结',
      done: '已销号',
      failed: '未落实',
      withdrawn: '已撤销',
      skipped: '未要求',
      cancelled: '已撤销',
    },
    cycles: { month: '每月', quarter: '每季度', 'half-year': '每半年', year: '每年', once: '一次' },
    month: (month: number) => `${month}月`,
    agencies: (count: number) => `${count} 个单位`,
    rule: (opens: string, within: string, evidence: string, role: string) =>
      [`开启：${opens}`, `时限：${within}`, `佐证：${evidence}`, role && `承办岗位：${role}`]
        .filter(Boolean)
        .join('；'),
    marks: {
      filter: '标注',
      all: (count: number) => `全部 ${count} 项`,
      anyOf: (kind: string, count: number) => `标注了${kind}的 ${count} 项`,
      one: (mark: string, count: number) => `${mark}（${count} 项）`,
      kinds: { powers: '实际权限', times: '重点时间', stages: '重点环节' },
    },
    sheet: '导出 .xlsx',
    heir: (name: string) => `由${name}承接`,
    throughTheYear: '全年落实情况',
    results: '年终结果',
    fixed: '已确定，不再变化。',
    soFar: '截至今天，尚未确定。',
    pointsOf: ({ onTime, late, redone, failed, undone }: Readonly<Record<How, number>>) =>
      `计分：按时 ${onTime}，逾期 ${late}，补正 ${redone}，不属实 ${failed}，未办 ${undone}，按分值加权。`,
    noResults: '还没有到期的事项。',
    hows: [
      ['onTime', '按时'],
      ['late', '逾期'],
      ['redone', '补正'],
      ['failed', '不属实'],
      ['undone', '未办'],
    ] as readonly (readonly [How, string])[],
    levels: { good: '好', fair: '较好', pass: '一般', poor: '差' },
    schedules: '日程',
    scheduleState: {
      draft: '清单施行后自动开启。',
      active: '按下列日期早上八点自动开启。',
      paused: '已暂停，不会开启。',
      ended: '清单已结束。',
    },
    pending: '日程正在更新，连上流程服务后自动完成。',
    trail: '经过',
    done: {
      created: '拟订清单',
      imported: '导入事项',
      begun: '施行',
      paused: '暂停',
      resumed: '恢复',
      ended: '结束',
      fixed: '确定年终结果',
      sampling: '改变抽查办法',
    } as Readonly<Record<string, string>>,
    acts: { begin: '施行', pause: '暂停', resume: '恢复', end: '结束', results: '确定年终结果' },
    consequences: {
      begin: '各事项从此按周期自动开启，到牵头单位的待办。',
      pause: '暂停期间不再开启新的事项；已经开启的照常计时。',
      resume: '各事项继续按周期开启。',
      end: '尚未开启的事项全部撤销；已经开启的照常办完。',
      results: '按今天的情况计分，确定后不再变化。',
    },
    missed: {
      question: '已经过了开启日的事项',
      open: '补开：每项只开一次，逾期的立即逾期',
      skip: '不再要求：记为未要求，不计分',
    },
    sample: {
      title: '抽查',
      strata: { none: '不分层', unit: '按牵头单位分层', area: '按责任领域分层', marks: '有标注的和其余的分层' },
      whole: '全部事项',
      marked: '有标注的事项',
      unmarked: '其余事项',
      half: '半年',
      halfName: (half: string) => `${half.slice(0, 4)}年${half.endsWith('1') ? '上' : '下'}半年`,
      rule: (share: number, strata: string, seed: string) =>
        `每半年抽 ${share}%，${strata}；种子 ${seed}。每项的签号由种子和事项算出，各层由小到大取，谁算都一样。`,
      counts: (total: number, asked: number, drawn: number) =>
        `到期 ${total} 项，按比例 ${asked} 项，抽取 ${drawn} 项。${drawn > asked ? '每层至少一项，所以多于比例。' : ''}`,
      columns: { stratum: '范围', size: '到期', quota: '抽取', place: '序', lot: '签号', drawn: '抽中' },
      yes: '抽中',
      none: '这半年没有到期的事项。',
      change: '抽查办法',
      changeHelp: '施行以后不能再改，已经抽出的不会变。',
      share: '抽查比例（%）',
      by: '分层',
    },
    create: {
      title: '拟订清单',
      id: '编号',
      idHelp: '字母、数字和“.”“-”“_”，拟订后不能改',
      startsOn: '起始日期',
      startsOnHelp: '此前开启的不作要求；不填为一月一日',
    },
    reason: '理由',
    importing: '导入事项',
    choose: '选择 Excel 或 CSV 文件',
    template: '下载模板',
    example: '下载示例（17 个领域 61 项）',
    wouldChange: ({ items, areas, marked, changed, obligations: { added, moved, removed } }: Report) =>
      changed
        ? `${areas} 个领域 ${items} 项，${marked} 项有标注；将新增 ${added} 次、调整 ${moved} 次、取消 ${removed} 次要求。`
        : '与现有清单相同，没有变化。',
    defect: (row: number, column: string, message: string) => `第 ${row} 行 ${column}：${message}`,
    take: '导入',
    taken: (version: number) => `已导入，现为第 ${version} 版。`,
  },
};
