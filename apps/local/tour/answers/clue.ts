import type { Answers } from '../story.ts';

const people = ['接收人甲', '接收人乙'];
const approval = { outcome: '同意', fields: { opinion: '同意。' } };

/** 线索办理: how each step is usually answered. */
export const clueAnswers: Answers = {
  INTAKE: {
    outcome: '已登记',
    fields: {
      clues: [
        { number: '线〔2026〕7号', receivedOn: '@today', secrecy: '工作秘密', status: 'open', kind: '违反财经纪律' },
      ],
      receivers: people,
      receiptNumber: '回执〔2026〕7号',
      sealedIntact: true,
    },
  },
  INTAKE_CHECK: {
    outcome: '属本级受理',
    fields: { checker: '接收人乙', jurisdiction: '市管单位干部，属本级管辖；未见重复。' },
  },
  SUPPLEMENT: { fields: { missing: '缺付款凭证和审批单', replyBy: '@today+7' } },
  REROUTE: { fields: { receiver: '邻市纪委监委', reason: '被反映人已调离本市', sentOn: '@today' } },
  MERGE: { fields: { originalNumber: '线〔2025〕91号', reason: '所反映事项与原线索相同' } },
  UPPER: { fields: { sentOn: '@today', carrier: people, stubNumber: '存根〔2026〕1号' } },
  WITHDRAW_RECEIPT: { fields: { reason: '移送单位补充核实', returnedOn: '@today', receivers: people } },
  ASSIGN: { fields: { handler: '第一监督检查室', suggestion: '拟由第一监督检查室承办', recusalChecked: true } },
  ASSIGN_APPROVE: approval,
  DISPOSE: {
    fields: {
      disposition: '初步核实',
      opinion: '事实具体、可查，拟初步核实',
      meetingOn: '@today',
      factsSpecific: true,
      collusionRisk: false,
    },
  },
  DISPOSE_LEAD: approval,
  DISPOSE_APPROVE: approval,
  DISPOSE_PARTY: approval,
  TALK_LETTER: { fields: { talkWay: '函询', plan: '就三个事项发函询问', safetyPlan: '不面谈，无安全风险' } },
  TALK_APPROVE: approval,
  LETTER_SEND: {
    fields: {
      documentNumber: '函询〔2026〕3号',
      letterDeliveredOn: '@today',
      copies: ['单位党组织负责人', '派驻纪检监察组组长'],
      questions: 3,
    },
  },
  LETTER_REPLY: { fields: { repliedOn: '@today', signedByPartyHead: true } },
  TALK: { fields: { talkedOn: '@today', place: '谈话室', talkers: ['室主任', '承办人'], recordSigned: true } },
  TALK_REPORT: { outcome: '采信了结', fields: { report: '说明属实，有凭证佐证', sampled: true } },
  TALK_REVIEW: approval,
  PRELIM_PLAN: {
    fields: {
      plan: '调取账目、核对资产',
      safetyPlan: '外围核查',
      leader: '核查组长',
      members: ['组员甲', '组员乙'],
      recusalDeclared: true,
    },
  },
  PRELIM_APPROVE: approval,
  PRELIM_PARTY: approval,
  PRELIM: { outcome: '拟立案', fields: { report: '主要问题基本查清', proposal: '建议立案', signedByAll: true } },
  PRELIM_REVIEW: approval,
  HOLD: { outcome: '继续暂存', fields: { conditions: '关键证人回国后恢复', reviewedOn: '@today' } },
  HOLD_REVIEW: approval,
  HOLD_RENEW: { outcome: '同意继续暂存', fields: { opinion: '条件仍不具备，同意继续暂存' } },
  REMIND: { fields: { remindMeasure: '谈话提醒', doneOn: '@today', by: ['室主任'] } },
  TO_PARTY_ORG: { fields: { receiver: '该单位机关党委', documentNumber: '移〔2026〕2号', receiptOn: '@today' } },
  CLOSE: { fields: { closeKind: '初步核实后了结', reason: '反映问题不属实', fourForm: '不适用', clarify: false } },
  CLARIFY: { fields: { way: '会议澄清', approvedOn: '@today', doneOn: '@today', recorded: true } },
  FEEDBACK: { fields: { documentNumber: '纪函〔2026〕12号', sentOn: '@today', noCaseDetail: true } },
  CLUE_ARCHIVE: {
    fields: {
      clues: [{ id: 'clue-1', status: 'closed', fourForm: '不适用', closedOn: '@today' }],
      archiveNumber: '卷〔2026〕7号',
    },
  },
};
