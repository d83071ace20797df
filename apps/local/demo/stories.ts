import type { Answers, Fields } from '../../../scenarios/scenario.ts';

/** One demo case: how it begins and how far it has come. */
export interface DemoCase {
  /** Unique among the demo cases. */
  readonly key: string;
  readonly definitionKey: string;
  readonly title: string;
  /** The account that opens it. */
  readonly opener: string;
  readonly startedDaysAgo: number;
  readonly variables?: Fields;
  /** Where this case's people answer otherwise than usual. */
  readonly answers?: Answers;
  /** Most steps to complete, whichever are open, in the order of their opening. */
  readonly steps: number;
  /** Steps to leave open. */
  readonly leave?: readonly string[];
  /** Its child cases as well, to the end. */
  readonly whole?: true;
  readonly ending?: { readonly act: 'suspend' | 'cancel'; readonly as: string; readonly reason: string };
}

const inspection = (
  key: string,
  title: string,
  unit: string,
  more: Partial<DemoCase> & { steps: number },
): DemoCase => ({
  key,
  definitionKey: 'XunShenJi',
  title,
  opener: 'insp.office',
  startedDaysAgo: 30,
  ...more,
  variables: { unit },
  answers: { PRE_BRIEF: briefed(unit, -20), ...more.answers },
});

const briefed = (unit: string, entersInDays: number) => ({
  variables: {
    unit,
    team: unit === 'unit2' ? 'team2' : 'team1',
    entersOn: entersInDays < 0 ? `@today${entersInDays}` : `@today+${entersInDays}`,
    asked: ['cdi', 'audit', 'org', 'fin'],
    matters: '商请提供该单位近三年监督检查情况',
  },
});

const onlyReport = {
  GROUP_REVIEW: {
    outcome: '已定去向',
    variables: { tracks: ['report'], special: false, opinion: '属单位管理问题，写入报告', heldOn: '@today' },
  },
};

const fedBack = {
  variables: {
    feedbackOn: '@today-50',
    toHead: true,
    toBody: true,
    copies: ['分管领导', '主责部门', '纪委监委', '组织部'],
    summary: '反馈三方面六个问题',
  },
};

const joint = (key: string, title: string, more: Partial<DemoCase> & { steps: number }): DemoCase => ({
  key,
  definitionKey: 'JiXunCaiShen',
  title,
  opener: 'cdi.oversight',
  startedDaysAgo: 45,
  ...more,
});

const finance = (key: string, title: string, unit: string, more: Partial<DemoCase> & { steps: number }): DemoCase => ({
  key,
  definitionKey: 'CaiZhengJianCha',
  title,
  opener: 'fin.staff',
  startedDaysAgo: 20,
  ...more,
  variables: { unit, stage: 'decide' },
});

const prepared = {
  variables: {
    members: ['检查员甲', '检查员乙'],
    scope: '管网改造专项资金',
    checkStartsOn: '@today-95',
    recusalDeclared: true,
  },
};

const clean = { variables: { finConclusion: '未发现问题', summary: '收支与预算相符' } };

/** The cases of the demo city: early and late, on time and overdue, suspended, cancelled and done. */
export const demoCases: readonly DemoCase[] = [
  inspection('briefing', '巡前通报：青石镇惠民资金', 'unit3', {
    startedDaysAgo: 4,
    answers: { PRE_BRIEF: briefed('unit3', 10) },
    steps: 3,
  }),
  inspection('late-lead', '水务集团工程款疑点登记', 'unit2', {
    startedDaysAgo: 110,
    answers: { PRE_BRIEF: briefed('unit2', -95) },
    steps: 5,
    leave: ['LEAD'],
  }),
  inspection('group-review', '安居保障中心维修资金研判', 'unit1', { steps: 6, leave: ['GROUP_REVIEW'] }),
  inspection('audit-request', '安居保障中心代建项目商请审计', 'unit1', { steps: 8, leave: ['REQ_LEAD', 'AUD_ACCEPT'] }),
  inspection('report', '青石镇村级账目巡察报告', 'unit3', { answers: onlyReport, steps: 7, leave: ['REPORT'] }),
  inspection('rectify', '水务集团采购管理整改', 'unit2', {
    startedDaysAgo: 160,
    answers: { ...onlyReport, FEEDBACK: fedBack },
    steps: 12,
    leave: ['RECT_PLAN'],
  }),
  inspection('suspended', '安居保障中心档案移送（中止）', 'unit1', {
    steps: 5,
    leave: ['LEAD'],
    ending: { act: 'suspend', as: 'insp.office', reason: '被巡察单位机构调整，依程序中止' },
  }),
  inspection('cancelled', '青石镇重复立项', 'unit3', {
    steps: 1,
    ending: { act: 'cancel', as: 'insp.office', reason: '与年度计划内项目重复，予以撤销' },
  }),
  joint('plan', '2026 年度四方联动计划', { startedDaysAgo: 100, steps: 2 }),
  joint('meeting', '城市更新专项资金联席会议', { steps: 5, leave: ['JOINT_MTG'] }),
  joint('not-taken', '公用事业补贴联动检查（不予立项）', {
    answers: { JOINT_MTG: { outcome: '不立项', variables: notTaken() } },
    steps: 7,
  }),
  joint('checking', '城市更新专项资金四方联动', { startedDaysAgo: 50, steps: 10, leave: ['TRIAGE'] }),
  finance('notice', '水务集团管网改造资金检查', 'unit2', {
    startedDaysAgo: 110,
    answers: { FIN_PREP: prepared },
    steps: 2,
    leave: ['FIN_CHECK'],
  }),
  finance('opinion', '青石镇农补资金检查', 'unit3', { steps: 4, leave: ['FIN_OPINION'] }),
  finance('clean', '安居保障中心专户检查', 'unit1', { answers: { FIN_REPORT: clean }, steps: 20 }),
];

function notTaken(): Fields {
  return { heldOn: '@today', attendees: ['纪委监委', '财政局', '审计局', '巡察办'], minutes: '时机不成熟，不予立项' };
}
