import type { Answers } from '../story.ts';

const plan = { fields: { plan: '年度计划已经批准', units: ['unit1'] } };
const use = { fields: { measures: '已纳入本部门工作', doneOn: '@today' } };
const approval = { outcome: '同意', fields: { opinion: '同意。' } };

/** 纪巡财审四方联动 and 联合整改: how each step is usually answered. */
export const fourPartyAnswers: Answers = {
  PLAN_CDI: plan,
  PLAN_FIN: plan,
  PLAN_AUDIT: plan,
  PLAN_INSP: plan,
  PLAN_SHARE: { fields: { overlap: false, list: '联动清单三项' } },
  JOINT_MTG: {
    outcome: '立项',
    fields: {
      heldOn: '@today',
      attendees: ['纪委监委', '财政局', '审计局', '巡察办'],
      minutes: '同意立项，明确责任方',
    },
  },
  MTG_CLOSE: { fields: { reason: '与年度计划重复，不予立项', toldOn: '@today' } },
  INIT: {
    fields: {
      unit: 'unit1',
      funds: '城市更新专项资金',
      period: '2024—2025',
      modes: ['财政检查', '审计', '数据比对'],
      leader: '专班组长',
      members: ['纪委联络员', '财政联络员', '审计联络员', '巡察联络员'],
      recusalChecked: true,
      secrecySigned: true,
      secrecyLevel: '工作秘密',
      dataSources: [
        { agency: 'fin', role: 'fin.staff' },
        { agency: 'audit', role: 'audit.staff' },
      ],
    },
  },
  INIT_APPROVE: approval,
  DATA_REQUEST: { fields: { purpose: '核对专项资金流向', scope: '国库支付与采购数据', keeping: '项目结束即销毁' } },
  DATA_APPROVE: approval,
  DATA_SUPPLY: { fields: { description: '按需求提供', handedOn: '@today' } },
  DATA: {
    fields: {
      findings: [{ title: '同一供应商拆分采购', amount: 120, status: 'open', score: 86, reason: '金额临界、间隔短' }],
      rules: '拆分采购规则',
    },
  },
  DATA_CHECK: { fields: { checkers: ['复核人甲', '复核人乙'], findings: [] } },
  TRIAGE: {
    outcome: '分流',
    fields: {
      heldOn: '@today',
      minutes: '逐条定去向、责任方和时限',
      findings: [
        {
          title: '拆分采购',
          status: 'triaged',
          streams: ['财政审计处理', '线索移送'],
          owner: '审计局',
          auditAmount: 118,
          financeAmount: 120,
          amountNote: '会计口径以审计为准，预算口径以财政为准',
        },
      ],
      streams: ['财政审计处理', '线索移送'],
      treatBy: ['财政', '审计'],
      clueSenders: [{ agency: 'audit', draftRole: 'audit.staff', signRole: 'audit.head' }],
      stamps: [
        { agency: 'fin', role: 'fin.staff', name: '资金' },
        { agency: 'audit', role: 'audit.staff', name: '审计查出问题' },
        { agency: 'insp', role: 'insp.office', name: '责任落实' },
        { agency: 'cdi', role: 'cdi.oversight', name: '作风纪律' },
      ],
    },
  },
  TREAT_FIN: {
    fields: {
      decisions: [{ kind: '财政处理决定', documentNumber: '财处〔2026〕5号', amount: 120, status: 'closed' }],
      deliveredOn: '@today',
    },
  },
  TREAT_AUDIT: {
    fields: {
      decisions: [{ kind: '审计决定', documentNumber: '审决〔2026〕5号', amount: 118, status: 'closed' }],
      deliveredOn: '@today',
    },
  },
  TREAT_EXEC: { outcome: '已执行', fields: { executed: '资金已追回上缴', recovered: 118 } },
  TREAT_SUSPEND: { fields: { reason: '责令停止后仍继续支付', amount: 60, documentNumber: '财停〔2026〕1号' } },
  INSPECT_LIST: { fields: { issues: '主体责任和采购制度执行', way: '专项巡察', enterOn: '@today+30' } },
  INSPECT: {
    outcome: '仅有问题',
    fields: { summary: '主体责任落实不到位', findings: [{ title: '采购审批流于形式', status: 'open' }] },
  },
  OTHER_TRANSFER: {
    fields: { receiver: '税务', matter: '供应商涉嫌虚开发票', documentNumber: '移〔2026〕9号', sentOn: '@today' },
  },
  OTHER_RECEIPT: { fields: { receivedOn: '@today', receiptNumber: '税回〔2026〕4号' } },
  NO_CASE: { fields: { reason: '核对后不成立', findings: [] } },
  RECTIFY_NOTICE: {
    fields: {
      listReceivedOn: '@today',
      documentNumber: '整改〔2026〕3号',
      items: [
        { title: '追回资金', kind: '立行立改', stamp: 'fin', status: 'open' },
        { title: '规范采购', kind: '分阶段整改', stamp: 'audit', status: 'open' },
        { title: '压实主体责任', kind: '分阶段整改', stamp: 'insp', status: 'open' },
        { title: '开展警示教育', kind: '立行立改', stamp: 'cdi', status: 'open' },
      ],
    },
  },
  RECTIFY_PLAN: { fields: { plan: '逐项明确措施和时限', leader: '单位主要负责人', meetingOn: '@today' } },
  PLAN_REVIEW: approval,
  RECTIFY_NOW: { fields: { progress: '立行立改事项已完成' } },
  RECTIFY: { fields: { report: '整改事项逐项完成', signedByHead: true } },
  VERDICT: { outcome: '通过', fields: { conclusion: '四方盖章齐全', heldOn: '@today' } },
  SUPERVISE: { fields: { documentNumber: '督〔2026〕1号', talkedTo: '单位主要负责人', listReceivedOn: '@today' } },
  USE_CDI: use,
  USE_FIN: use,
  USE_AUDIT: use,
  USE_INSP: use,
  USE_ORG: use,
  ARCHIVE: { fields: { summary: '年度联动总结', archiveNumber: '联卷〔2026〕1号' } },
};
