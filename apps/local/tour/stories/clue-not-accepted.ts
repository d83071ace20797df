import { usualAnswers } from '../answers.ts';
import type { Step, Story } from '../story.ts';

const clueStory = (title: string, steps: readonly Step[], outcome: string): Story => ({
  title,
  definitionKey: 'XianSuoBanLi',
  fields: {
    clueRef: 'Y-1',
    sender: 'fin',
    targetRank: 'section',
    unit: 'unit2',
    clue: { ref: 'Y-1', title: '虚列支出' },
  },
  answers: usualAnswers,
  steps: [...steps, { run: ['CLUE_FEEDBACK', 'CLUE_ARCHIVE'] }, { ended: { outcome } }],
});

/** A clue that is not taken up still ends with a document. */
export const clueNotAccepted: readonly Story[] = [
  clueStory(
    '未受理之一：材料不全退回',
    [{ do: 'INTAKE' }, { do: 'INTAKE_CHECK', outcome: '材料不全' }, { do: 'SUPPLEMENT' }],
    'returned',
  ),
  clueStory(
    '未受理之二：不属本级转送',
    [{ do: 'INTAKE' }, { do: 'INTAKE_CHECK', outcome: '不属本级' }, { do: 'REROUTE' }],
    'rerouted',
  ),
  clueStory(
    '未受理之三：重复并案',
    [{ do: 'INTAKE' }, { do: 'INTAKE_CHECK', outcome: '重复线索' }, { do: 'MERGE' }],
    'merged',
  ),
  clueStory(
    '未受理之四：上级管理干部，只留存根',
    [{ do: 'INTAKE', outcome: '不得进入平台' }, { do: 'UPPER' }],
    'rerouted',
  ),
  clueStory(
    '未受理之五：分办批准前移送单位撤回',
    [
      { run: ['INTAKE', 'INTAKE_CHECK', 'ASSIGN'] },
      { do: 'ASSIGN_APPROVE', outcome: '退回' },
      { message: 'WithdrawTransfer', fields: { clueRef: 'Y-1' } },
      { open: ['WITHDRAW_RECEIPT'] },
      { do: 'WITHDRAW_RECEIPT' },
    ],
    'withdrawn',
  ),
];
