import { usualAnswers } from '../answers.ts';
import type { Story } from '../story.ts';
import { closedAtOnce } from './clue-steps.ts';

/** Real cases, every step by the person whose post it is. */
export const byAccounts: readonly Story[] = [
  {
    title: '财政检查：各岗位的人各办各的事',
    definitionKey: 'CaiZhengJianCha',
    fields: { unit: 'unit1' },
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
    definitionKey: 'XianSuoYiSong',
    fields: { unit: 'unit1', sender: 'audit', draftRole: 'audit.staff', signRole: 'audit.head' },
    by: 'accounts',
    opener: 'audit.head',
    answers: usualAnswers,
    steps: [
      { run: ['TRANSFER_AUDIT'] },
      { forbidden: 'TRANSFER_SIGN', to: 'audit.staff' },
      { run: ['TRANSFER_SIGN', 'TRANSFER_DELIVER'] },
      { hidden: 'audit.head', clue: 1 },
      { hidden: 'unit1.head', clue: 1 },
      { hidden: 'insp.office', clue: 1 },
      ...closedAtOnce(1),
      { ended: { clueResults: [{ clueRef: '移-1', outcome: 'closed', result: '予以了结' }] } },
    ],
  },
];
