import { usualAnswers } from '../../../scenarios/usual-answers.ts';
import type { Scenario } from '../../../scenarios/scenario.ts';

/** Real cases of the other mechanisms: who does not see what. */
export const mechanismsByAccounts: readonly Scenario[] = [
  {
    title: '廉情抄告：班子成员只看得到自己的一份',
    definition: 'LianQingChaoGao',
    variables: { year: 2025, half: '下半年' },
    by: 'accounts',
    opener: 'cdi.style',
    answers: usualAnswers,
    services: {
      LQ_GROUPS: {
        result: {
          groups: [
            { id: 'disp1', name: '驻住建组' },
            { id: 'disp2', name: '驻国资组' },
          ],
        },
      },
      LQ_LEADERS: { result: { leaders: [] } },
    },
    steps: [
      { forbidden: 'LQ_SUPPLY', to: 'cdi.trial' },
      { each: 'LQ_SUPPLY', times: 6 },
      { forbidden: 'LQ_COMPILE', to: 'insp.office' },
      { run: ['LQ_COMPILE', 'LQ_REVIEW', 'LQ_REPORT', 'LQ_INSTRUCT', 'LQ_PORTFOLIO'] },
      { each: 'LQ_DELIVER', times: 2 },
      { forbidden: 'LQ_RECEIPT', to: 'leader2' },
      { forbidden: 'LQ_RECEIPT', to: 'leader3' },
      { forbidden: 'LQ_RECEIPT', to: 'unit1.head' },
      { each: 'LQ_RECEIPT', times: 2 },
      { each: 'LQ_TALK', times: 2 },
      { each: 'LQ_FEEDBACK', times: 2 },
      { each: 'LQ_FEED_CHECK', times: 2 },
      { run: ['LQ_USE'] },
      { ended: {} },
    ],
  },
  {
    title: '党风廉政意见回复：组织部只看得到正式回复',
    definition: 'LianZhengYiJian',
    variables: {},
    by: 'accounts',
    opener: 'org.staff',
    answers: usualAnswers,
    steps: [
      { run: ['YJ_ASK'] },
      { hidden: 'org.staff', child: 1 },
      { hidden: 'unit1.head', child: 1 },
      { hidden: 'cdi.trial', child: 1 },
      { forbidden: 'YJ_COLLECT', to: 'org.staff' },
      { each: 'YJ_COLLECT', times: 6 },
      { forbidden: 'YJ_JUDGE', to: 'audit.staff' },
      { each: 'YJ_JUDGE', times: 2 },
      { run: ['YJ_DECIDE', 'YJ_REPLY', 'YJ_RECEIPT'] },
      { do: 'YJ_APPOINT', variables: { appointed: [] } },
      { ended: { scores: [] } },
    ],
  },
];
