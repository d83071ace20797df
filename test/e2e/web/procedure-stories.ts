import { whoActs } from '../../../apps/local/demo/who-acts.ts';
import type { Scenario, Step } from '../../../scenarios/scenario.ts';
import { usualAnswers } from '../../../scenarios/usual-answers.ts';
import type { TaskSeen } from '../../../scenarios/world.ts';

/** The clue that audit hands over, looked at by the commission and found to be nothing. */
const clueClosed: readonly Step[] = [
  { run: ['TRANSFER_AUDIT', 'TRANSFER_SIGN', 'TRANSFER_DELIVER'] },
  { run: ['INTAKE', 'INTAKE_CHECK', 'ASSIGN', 'ASSIGN_APPROVE'], child: 1 },
  { do: 'DISPOSE', child: 1, variables: { disposition: '予以了结', factsSpecific: false } },
  { run: ['DISPOSE_LEAD', 'DISPOSE_APPROVE', 'CLOSE', 'CLUE_FEEDBACK', 'CLUE_ARCHIVE'], child: 1 },
];
const audit = ['AUD_PLAN', 'AUD_NOTICE', 'AUD_RUN', 'AUD_DRAFT', 'AUD_COMMENT', 'AUD_REPORT'];
const feedback = (times: number): readonly Step[] =>
  ['NOTIFY', 'NOTIFY_SIGN', 'NOTIFY_RECEIPT'].map((each) => ({ each, times }));

export const inspection: Scenario = {
  title: '巡审纪：培训费问题，审计移送线索，整改到位',
  definition: 'XunShenJi',
  variables: { unit: 'unit1', team: 'team1' },
  by: 'accounts',
  opener: 'insp.office',
  answers: usualAnswers,
  steps: [
    { run: ['PRE_BRIEF'] },
    { each: 'PRE_BRIEF_REPLY', times: 4 },
    { run: ['LEAD', 'GROUP_REVIEW', 'REQ_APPROVE', 'AUD_ACCEPT', ...audit, 'CLUE_GATE'] },
    ...clueClosed,
    { do: 'ACCOUNT_REVIEW', outcome: '不问责' },
    { run: ['REPORT', 'REPORT_LEAD', 'REPORT_DECIDE', 'FEEDBACK', 'RECT_PLAN'] },
    { each: 'PLAN_REVIEW', times: 5 },
    { run: ['RECTIFY', 'RECT_VERIFY', 'RECT_REPORT'] },
    { each: 'EVAL', times: 6 },
    { run: ['EVAL_DECIDE', 'PUBLISH'] },
    { message: 'TriggerRecheck' },
    { run: ['RECHECK_SELECT', 'RECHECK_NOTICE', 'RECHECK', 'RECHECK_VERDICT'] },
    ...feedback(2),
    { each: 'USE', times: 4 },
    { each: 'ARCHIVE', times: 3 },
    { ended: { recheckResult: 'pass', rectified: true } },
  ],
};

export const fourParties: Scenario = {
  title: '纪巡财审：立项审计，移送线索，五方共用结果',
  definition: 'JiXunCaiShen',
  variables: { unit: 'unit1' },
  by: 'accounts',
  opener: 'cdi.oversight',
  answers: usualAnswers,
  steps: [
    { run: ['PLAN_CDI', 'PLAN_FIN', 'PLAN_AUDIT', 'PLAN_INSP', 'PLAN_SHARE', 'JOINT_MTG'] },
    { do: 'INIT', variables: { modes: ['审计'] } },
    { run: ['INIT_APPROVE', ...audit] },
    {
      do: 'TRIAGE',
      variables: {
        findings: [{ title: '疑点', status: 'triaged', streams: ['线索移送'], owner: '审计局' }],
        streams: ['线索移送'],
      },
    },
    ...clueClosed,
    ...feedback(3),
    { run: ['USE_CDI', 'USE_FIN', 'USE_AUDIT', 'USE_INSP', 'USE_ORG', 'JOINT_ARCHIVE'] },
    { ended: {} },
  ],
};

/** A trial by its designer, whose clock is moved past every limit of the first steps. */
export const late: Scenario = {
  title: '试运行：逾期后逐级督办，再办结',
  definition: 'XunShenJi',
  variables: { unit: 'unit1', team: 'team1' },
  opener: 'designer',
  answers: usualAnswers,
  steps: [{ run: ['PRE_BRIEF'] }, { wait: 'P30D' }],
};

/** Whoever checks a clue must not be who took it in. */
export const holderIn =
  ({ opener = 'designer', by }: Scenario) =>
  (task: TaskSeen): string =>
    by !== 'accounts' ? opener : task.elementId === 'INTAKE_CHECK' ? 'cdi.intake2' : (whoActs(task, opener) ?? opener);
