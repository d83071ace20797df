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
];
