import type { Answers } from '../story.ts';

const approval = { outcome: '同意', fields: { opinion: '同意。' } };
const ended = (status: string, documentNumber: string) => [{ id: '@=measureId', status, documentNumber }];

/** 立案审查调查 and its measures: how each step is usually answered. */
export const filedAnswers: Answers = {
  FILE_REPORT: { fields: { facts: '涉嫌套取专项资金', conditionMet: true, partyManaged: false } },
  FILE_APPROVE: { outcome: '批准立案', fields: { opinion: '批准立案。' } },
  FILE_PARTY: approval,
  FILE_DECISION: {
    fields: { filedOn: '@today', documentNumber: '立〔2026〕4号', toldPerson: true, toldOrganisation: true },
  },
  PLAN_MEETING: { fields: { heldOn: '@today', chairedBy: '主要负责人', minutes: '批准审查调查方案' } },
  INVESTIGATE: {
    fields: {
      factsShown: true,
      personView: '认可',
      measuresReviewed: true,
      recorded: true,
      report: '违纪事实清楚、证据确凿',
    },
  },
  MEASURE_DESK: { outcome: '采取措施', fields: { measure: { kind: '留置', person: '甲某' } } },
  MEASURE_APPROVE: {
    outcome: '批准',
    fields: { approvedOn: '@today', approvalNumber: '措批〔2026〕5号', collective: true, opinion: '同意采取。' },
  },
  MEASURE_UPPER: {
    outcome: '上级已批准',
    fields: { upperNumber: '省监留批〔2026〕33号', upperOn: '@today', collective: true },
  },
  MEASURE_START: {
    fields: {
      startedAt: '@now',
      measures: [{ kind: '留置', person: '甲某', documentNumber: '留〔2026〕5号', status: 'open' }],
      officers: ['执行人甲', '执行人乙'],
      recorded: true,
    },
  },
  NOTIFY_FAMILY: { fields: { notifiedAt: '@now', unitNotified: true, familyNotified: true } },
  GUARD_DELIVER: { fields: { deliveredAt: '@now', place: '市留置场所' } },
  FORCED: { outcome: '结束', fields: { reason: '讯问结束', decidedOn: '@today' } },
  AWAIT: { outcome: '解除', fields: { reason: '不需要继续采取', decidedOn: '@today' } },
  GUARD: { outcome: '解除', fields: { reason: '不需要继续采取', decidedOn: '@today' } },
  DETAIN: { outcome: '随案移送', fields: { reason: '移送检察机关', decidedOn: '@today' } },
  MEASURE_END: { fields: { endedAt: '@now', measures: ended('closed', '解〔2026〕5号') } },
  MEASURE_CHANGE: { outcome: '不同意变更', fields: { reason: '仍有碍调查的情形', answeredOn: '@today' } },
  PROPERTY_RETURN: { fields: { list: '扣押清单第三项', returnedOn: '@today', receivers: ['本人家属'] } },
  ACCIDENT: { fields: { happenedAt: '@now', reportedAt: '@now', reportedTo: '省纪委监委' } },
  MEASURE_CLEAR: { fields: { situation: '仍有措施未结，先行清理' } },
  TRIAL_ACCEPT: { outcome: '受理', fields: { members: ['审理员甲', '审理员乙'], separated: true } },
  TRIAL: { outcome: '提出审理意见', fields: { talkedOn: '@today', opinion: '定性准确，建议给予处分' } },
  TRIAL_BACK_HEAD: approval,
  TRIAL_BACK_LEAD: approval,
  EVIDENCE: { fields: { summary: '补充两份证言', completedOn: '@today' } },
  TRIAL_MEETING: { outcome: '给予处分', fields: { heldOn: '@today', minutes: '同意审理意见' } },
  CONSULT: { fields: { orgView: '无不同意见', partyView: '无不同意见', repliedOn: '@today' } },
  DECISION_PARTY: approval,
  SANCTION: {
    fields: {
      sanctionedOn: '@today',
      fourForm: '第二种形态',
      decisions: [{ kind: '党内严重警告', documentNumber: '处〔2026〕6号', effectMonths: 18, status: 'closed' }],
    },
  },
  ANNOUNCE: { fields: { announcedOn: '@today', toCell: true, toPerson: true } },
  EXECUTE: { fields: { executedOn: '@today', postAndPay: '职务、工资已变更', property: '违纪所得已收缴' } },
  PROSECUTE: { fields: { documentNumber: '起意〔2026〕2号', sentOn: '@today', propertyListed: true } },
  PROSECUTION: {
    outcome: '提起公诉',
    fields: { receivedOn: '@today', documentNumber: '检〔2026〕88号', fourForm: '第四种形态' },
  },
  PROC_SUPPLEMENT: { fields: { summary: '已按退查提纲补充', completedOn: '@today' } },
  WITHDRAW_CASE: { fields: { documentNumber: '撤〔2026〕1号', withdrawnOn: '@today', toldUnit: true } },
};
