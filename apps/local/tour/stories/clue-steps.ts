import type { Step } from '../story.ts';

/** A clue of the family from its intake to an approved filing. */
export const filing = (clue: number, more: { readonly partyManaged?: boolean } = {}): readonly Step[] => [
  { run: ['INTAKE', 'INTAKE_CHECK', 'ASSIGN', 'ASSIGN_APPROVE', 'DISPOSE', 'DISPOSE_LEAD', 'DISPOSE_APPROVE'], clue },
  { run: ['PRELIM_PLAN', 'PRELIM_APPROVE', 'PRELIM', 'PRELIM_REVIEW'], clue },
  { do: 'FILE_REPORT', clue, fields: { partyManaged: more.partyManaged ?? false } },
  { run: more.partyManaged ? ['FILE_APPROVE', 'FILE_PARTY'] : ['FILE_APPROVE'], clue },
  { run: ['FILE_DECISION', 'PLAN_MEETING'], clue },
];

/** 留置: the upper level's number first, then the clock, then unit and family. */
export const detention = (clue: number, person: string): readonly Step[] => [
  { do: 'MEASURE_DESK', clue, fields: { measure: { kind: '留置', person } } },
  { run: ['MEASURE_APPROVE', 'MEASURE_UPPER'], clue },
  {
    do: 'MEASURE_START',
    clue,
    fields: { measures: [{ kind: '留置', person, documentNumber: `留〔2026〕${clue}号`, status: 'open' }] },
  },
  { do: 'NOTIFY_FAMILY', clue },
];

/** From the end of the investigation to the files: the decision of the meeting, then what it asks for. */
export const decided = (clue: number, outcome: string, steps: readonly string[]): readonly Step[] => [
  { run: ['INVESTIGATE', 'TRIAL_ACCEPT', 'TRIAL'], clue },
  { do: 'TRIAL_MEETING', clue, outcome },
  { run: ['CONSULT', ...steps, 'CLUE_FEEDBACK', 'CLUE_ARCHIVE'], clue },
];

/** A clue that is closed at once. */
export const closedAtOnce = (clue: number): readonly Step[] => [
  { run: ['INTAKE', 'INTAKE_CHECK', 'ASSIGN', 'ASSIGN_APPROVE'], clue },
  { do: 'DISPOSE', clue, fields: { disposition: '予以了结', factsSpecific: false } },
  { run: ['DISPOSE_LEAD', 'DISPOSE_APPROVE', 'CLOSE', 'CLUE_FEEDBACK', 'CLUE_ARCHIVE'], clue },
];
