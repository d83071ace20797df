import { usualAnswers } from '../answers.ts';
import type { Story } from '../story.ts';

/** A real case, every step by the person whose post it is. */
export const financeCheck: Story = {
  title: '财政检查：各岗位的人各办各的事',
  definitionKey: 'CaiZhengJianCha',
  fields: { unit: 'unit1' },
  by: 'accounts',
  opener: 'fin.head',
  answers: usualAnswers,
  steps: [
    {
      run: [
        'FIN_PREP',
        'FIN_NOTICE',
        'FIN_CHECK',
        'FIN_DRAFT',
        'FIN_OPINION',
        'FIN_REPORT',
        'FIN_REVIEW',
        'FIN_DECIDE',
      ],
    },
    { ended: { finResult: 'violation' } },
  ],
};
