import type { Answers } from '../story.ts';

/** 财政检查: how each step is usually answered. */
export const financeAnswers: Answers = {
  FIN_PREP: {
    fields: {
      members: ['检查员甲', '检查员乙'],
      scope: '专项资金收支',
      checkStartsOn: '@today+6',
      recusalDeclared: true,
    },
  },
  FIN_NOTICE: { fields: { documentNumber: '财检通〔2026〕2号', noticeDeliveredOn: '@today' } },
  FIN_CHECK: {
    fields: {
      findings: [
        { title: '项目资金列支与预算不符', basis: '预算法', amount: 46, papers: '凭证 12 份', status: 'open' },
      ],
      signedByUnit: true,
      officers: ['检查员甲', '检查员乙'],
    },
  },
  FIN_DRAFT: { fields: { documentNumber: '财检征〔2026〕2号', deliveredOn: '@today' } },
  FIN_OPINION: { outcome: '无异议', fields: { opinion: '对检查结论无异议' } },
  FIN_VERIFY: { fields: { verification: '逐项核对，一项采纳、一项不采纳并说明理由' } },
  FIN_REPORT: { fields: { finConclusion: '发现问题', summary: '发现列支不规范问题' } },
  FIN_REVIEW: { outcome: '同意', fields: { opinion: '同意。' } },
  FIN_CLEAN: { fields: { documentNumber: '财检结〔2026〕2号', deliveredOn: '@today' } },
  FIN_DECIDE: {
    fields: {
      decisions: [{ kind: '财政处理决定', documentNumber: '财处〔2026〕2号', amount: 46, status: 'open' }],
      deliveredOn: '@today',
    },
  },
};
