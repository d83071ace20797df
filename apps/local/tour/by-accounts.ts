import { usualAnswers } from '../../../scenarios/usual-answers.ts';
import type { Scenario } from '../../../scenarios/scenario.ts';

/** Real cases, every step by the person whose post it is. */
export const byAccounts: readonly Scenario[] = [
  {
    title: '财政检查：各岗位的人各办各的事',
    definition: 'CaiZhengJianCha',
    variables: { unit: 'unit1' },
    by: 'accounts',
    opener: 'fin.head',
    answers: usualAnswers,
    steps: [
      { run: ['FIN_PREP', 'FIN_NOTICE', 'FIN_CHECK', 'FIN_DRAFT'] },
      { forbidden: 'FIN_OPINION', to: 'unit2.head' },
      { run: ['FIN_OPINION', 'FIN_REPORT'] },
      { forbidden: 'FIN_REVIEW', to: 'fin.staff' },
      { run: ['FIN_REVIEW', 'FIN_DECIDE'] },
      { ended: { finResult: 'violation' } },
    ],
  },
  {
    title: '线索移送：移送方和被监督单位看不见案情',
    definition: 'XianSuoYiSong',
    variables: { unit: 'unit1', sender: 'audit', draftRole: 'audit.staff', signRole: 'audit.head' },
    by: 'accounts',
    opener: 'audit.head',
    answers: usualAnswers,
    steps: [
      { run: ['TRANSFER_AUDIT'] },
      { forbidden: 'TRANSFER_SIGN', to: 'audit.staff' },
      { run: ['TRANSFER_SIGN', 'TRANSFER_DELIVER'] },
      { hidden: 'audit.head', child: 1 },
      { hidden: 'unit1.head', child: 1 },
      { hidden: 'insp.office', child: 1 },
      { run: ['INTAKE', 'INTAKE_CHECK', 'ASSIGN', 'ASSIGN_APPROVE'], child: 1 },
      { do: 'DISPOSE', child: 1, variables: { disposition: '予以了结', factsSpecific: false } },
      { run: ['DISPOSE_LEAD', 'DISPOSE_APPROVE', 'CLOSE', 'CLUE_FEEDBACK', 'CLUE_ARCHIVE'], child: 1 },
      { ended: { clueResults: [{ clueRef: '移-1', outcome: 'closed', result: '予以了结' }] } },
    ],
  },
  {
    title: '室组地联合承办：派驻组只看得到自己的分工，办完退出',
    definition: 'XianSuoBanLi',
    variables: {
      clueRef: '线-9',
      sender: 'audit',
      targetRank: 'section',
      unit: 'unit1',
      clue: { ref: '线-9', title: '违规发放津补贴', facts: '详见取证单' },
    },
    by: 'accounts',
    opener: 'cdi.intake',
    answers: usualAnswers,
    steps: [
      { run: ['INTAKE'] },
      { run: ['INTAKE_CHECK'] },
      {
        do: 'ASSIGN',
        variables: { partners: [{ agency: 'disp1', mode: '室组地联合', task: '核对驻在单位津补贴发放台账' }] },
      },
      { run: ['ASSIGN_APPROVE', 'DISPOSE', 'DISPOSE_LEAD', 'DISPOSE_APPROVE', 'PRELIM_PLAN'] },
      { forbidden: 'PRELIM_APPROVE', to: 'cdi.disp' },
      { run: ['PRELIM_APPROVE'] },
      { forbidden: 'PRELIM', to: 'cdi.disp' },
      { run: ['JOINT_TEAM'] },
      { forbidden: 'JOINT_CHECK', to: 'cdi.oversight' },
      { run: ['JOINT_CHECK'] },
      { do: 'PRELIM', outcome: '予以了结' },
      { run: ['PRELIM_REVIEW', 'CLOSE', 'CLUE_FEEDBACK', 'CLUE_ARCHIVE'] },
      { ended: { outcome: 'closed' } },
    ],
  },
];
