import { usualAnswers } from '../answers.ts';
import type { Step, Story } from '../story.ts';
import { closedAtOnce } from './clue-steps.ts';

const entered: readonly Step[] = [{ do: 'PRE_BRIEF' }, { each: 'PRE_BRIEF_REPLY', times: 4 }, { do: 'LEAD' }];
const rectified: readonly Step[] = [
  { run: ['REPORT', 'REPORT_DECIDE', 'FEEDBACK', 'RECT_PLAN'] },
  { each: 'PLAN_REVIEW', times: 5 },
  { run: ['RECTIFY', 'RECT_VERIFY', 'RECT_REPORT'] },
  { each: 'EVAL', times: 6 },
  { run: ['EVAL_DECIDE', 'PUBLISH'] },
];
const rechecked: Step = { run: ['RECHECK_SELECT', 'RECHECK_NOTICE', 'RECHECK'] };
const ending = (notices: number): readonly Step[] => [
  ...(notices === 0 ? [] : ['NOTIFY', 'NOTIFY_SIGN', 'NOTIFY_RECEIPT'].map((each): Step => ({ each, times: notices }))),
  { each: 'USE', times: 4 },
  { each: 'ARCHIVE', times: 3 },
];
const story = (title: string, steps: readonly Step[]): Story => ({
  title,
  definitionKey: 'XunShenJi',
  fields: { unit: 'unit1' },
  answers: usualAnswers,
  steps: [...entered, ...steps],
});

/** What else may become of an inspection's doubts. */
export const inspectionVariants: readonly Story[] = [
  story('巡审纪：审计未形成线索，虚假整改被回头看发现', [
    { do: 'GROUP_REVIEW', fields: { tracks: ['report', 'audit'] } },
    { run: ['REQ_APPROVE'] },
    { do: 'AUD_ACCEPT', outcome: '派员' },
    { run: ['AUD_LEND', 'LEAD_JOINT'] },
    { do: 'CLUE_GATE', outcome: '未形成线索', fields: { namedPerson: false, unitViolation: false } },
    { run: ['AUD_RETURN'] },
    ...rectified,
    { wait: 'P6M' },
    rechecked,
    { do: 'RECHECK_VERDICT', outcome: '虚假整改' },
    { run: ['RECHECK_BLAME'] },
    { do: 'ACCOUNT_REVIEW', outcome: '问责' },
    { run: ['ACCOUNT', 'ACCOUNT_DECIDE', 'ACCOUNT_NOTICE', 'RECT_PLAN'] },
    { each: 'PLAN_REVIEW', times: 5 },
    { run: ['RECTIFY'] },
    { do: 'RECT_VERIFY', outcome: '可以报告' },
    { run: ['RECT_REPORT'] },
    { each: 'EVAL', times: 6 },
    { run: ['EVAL_DECIDE', 'PUBLISH'] },
    { message: 'TriggerRecheck' },
    rechecked,
    { do: 'RECHECK_VERDICT' },
    ...ending(1),
    { ended: { auditResult: 'no-clue' } },
  ]),
  story('巡审纪：既有成果，只有单位违规', [
    { do: 'GROUP_REVIEW', fields: { tracks: ['report', 'audit'] } },
    { run: ['REQ_APPROVE'] },
    { do: 'AUD_ACCEPT', outcome: '既有成果' },
    { run: ['AUD_EXISTING'] },
    { do: 'CLUE_GATE', outcome: '仅单位违规', fields: { namedPerson: false, unitViolation: true } },
    { run: ['AUD_DECISION', 'AUD_RETURN'] },
    ...rectified,
    { message: 'TriggerRecheck' },
    rechecked,
    { do: 'RECHECK_VERDICT' },
    ...ending(1),
    { ended: { auditResult: 'unit-only' } },
  ]),
  story('巡审纪：不经审计，巡察直接移送线索', [
    { do: 'GROUP_REVIEW', fields: { tracks: ['report', 'transfer'] } },
    { run: ['TRANSFER', 'TRANSFER_SIGN', 'TRANSFER_DELIVER'] },
    ...closedAtOnce(1),
    { do: 'ACCOUNT_REVIEW', outcome: '不问责' },
    ...rectified,
    { message: 'TriggerRecheck' },
    rechecked,
    { do: 'RECHECK_VERDICT' },
    ...ending(1),
    { ended: {} },
  ]),
];
