/** What each ld: attribute takes and means; docs/bpmn.md lists them, a test holds that none is missing. */
export const attributeMeanings: Readonly<Record<string, { readonly values: string; readonly meaning: string }>> = {
  activity: {
    values: 'name',
    meaning: 'The activity that is called; `http` is built in, others are registered with the worker.',
  },
  agency: { values: 'agency id, `=FEEL`', meaning: 'Whose step it is; on a lane, of every step in it.' },
  assignee: { values: 'user, `=FEEL`', meaning: 'The person who does it.' },
  basis: { values: 'text', meaning: 'Legal basis of the deadline, shown with it.' },
  candidateUsers: { values: '`a,b`, `=FEEL` list', meaning: 'The people who may claim it.' },
  case: {
    values: '`inline` (default), `child`',
    meaning: 'Whether the called procedure is part of this case or a case of its own.',
  },
  circle: {
    values: '`agencies` (default), `posts`',
    meaning:
      'Who may see the cases: the whole agencies whose steps they have, or of an agency only the holders of the roles that its steps name. Where people are named, these.',
  },
  clock: {
    values: '`internal` (default), `statutory`, `custody`',
    meaning: 'Kind of clock; suspension never stops the last two.',
  },
  corrections: {
    values: '`one-person` (default), `two-persons`',
    meaning:
      'Whether an operator’s correction of the case (its variables, its start day, where it stands) is carried out at once, or opens an approval that another operator must confirm.',
  },
  correlation: { values: '`variable=FEEL; …`', meaning: 'Values that a message must carry to be meant.' },
  counting: { values: '`calendar` (default), `working`, `hours`', meaning: 'How `ld:due` counts.' },
  decision: { values: 'id of a decision', meaning: 'The published DMN decision that is made.' },
  decisionResult: {
    values: '`singleEntry`, `singleResult`, `collectEntries`, `resultList`',
    meaning: 'Form of the result; without it, what the hit policy gives.',
  },
  due: {
    values: 'ISO 8601 duration, `=FEEL` duration or date',
    meaning: 'The deadline. In days: the end of that day.',
  },
  form: {
    values: 'key of a form',
    meaning:
      'What is filled in; on a start event, by whoever opens the case by hand. Fields with `readOnly` are shown and not asked.',
  },
  from: {
    values: '`opened` (default), `case-start`, FEEL date',
    meaning:
      'What starts the clock: the opening of the step, the first day of the case, or a day of your own, such as `receivedOn` or `date(submittedOn)`. On a timer with `ld:period`: a day, now if absent.',
  },
  input: {
    values: '`variable=FEEL; …`',
    meaning: 'Variables of the step’s own; also as elements `<ld:input source target/>`.',
  },
  keeps: {
    values: 'variables of `ld:records`',
    meaning: 'These lists stay in the case as well, each element with the `id` of its record.',
  },
  ladder: { values: 'key of a ladder', meaning: 'Reminders before and rungs after the deadline.' },
  leaves: {
    values: 'FEEL list of users',
    meaning: 'When the step is done, these people leave the circle of the case: lent people go home.',
  },
  letter: {
    values: 'type of letter, `=FEEL`',
    meaning: 'Completing the step leaves a letter to be issued in the ledger.',
  },
  notSameAs: {
    values: '`ELEMENT, ELEMENT`',
    meaning:
      'Separation of duties (查审分离): whoever has done one of these user tasks in this case, or had it done by a deputy, may not do this one. Judged on claim, complete, transfer, delegate and add-signer; a person named by the definition who may not is left out. Not judged of the opener of a trial, who plays every role.',
  },
  openers: {
    values: '`staff` (default), `units`',
    meaning: 'Who may open its cases by hand: who supervises, or supervised units as well.',
  },
  outcomes: { values: '`agree,reject`', meaning: 'The choices; the one taken is `outcome` and `<elementId>_outcome`.' },
  output: {
    values: '`variable=FEEL; …`',
    meaning: 'What goes on to the case; also as elements `<ld:output source target/>`.',
  },
  period: {
    values: 'key of a period, `=FEEL`',
    meaning:
      'A deadline from the table of periods, instead of `ld:due`. On a timer: it fires when the period is over, in the calendar of the lane’s agency, and moves with a new calendar; a period of kind `recurrence` comes again on events that do not interrupt.',
  },
  persons: {
    values: '`2` to `20`',
    meaning: 'So many different people must do the step, each a task of its own; nobody does two of them.',
  },
  priority: { values: 'number, `=FEEL`', meaning: 'Order in worklists.' },
  ratio: { values: '`0.5`, `2/3`, `60%`', meaning: 'Share of consents with `ld:sign="ratio"`.' },
  records: {
    values: '`ledger:variable …`',
    meaning:
      'Elements of these lists become records of the ledger; `id` and `status` of an element are the record’s. The lists of a user task are not kept (but see `ld:keeps`), the result of a script is, with the ids.',
  },
  resultVariable: { values: 'name', meaning: 'Where the result goes.' },
  retries: { values: '0 to 999, default 3', meaning: 'Attempts before an incident.' },
  returnable: { values: '`true` (default), `false`', meaning: 'Whether the step may be returned to.' },
  role: { values: 'role key, `=FEEL`', meaning: 'Holders of this post may claim it.' },
  roll: {
    values: '`none` (default), `next-working-day`',
    meaning: 'What happens when the deadline is no working day.',
  },
  secrecy: { values: 'class of secrecy', meaning: 'Of new cases of this procedure.' },
  sees: {
    values: '`all` (default), `own`',
    meaning:
      'Whoever comes into the case by this step alone is its guest: sees the steps of their own, of their variables what the form names, and nothing else. On a lane, of every step in it.',
  },
  series: { values: 'text', meaning: 'Prefix of case numbers.' },
  siblings: {
    values: '`cancel`, `keep`, `refuse`',
    meaning:
      'What becomes of parallel steps when this one is returned to before them: taken back, kept alive, or nothing is returned before they have joined. On the process: for all its steps. Absent: whoever returns it says.',
  },
  sign: { values: '`all`, `any`, `sequence`, `ratio`', meaning: '会签, 或签, 依次, 票签.' },
  signers: { values: 'FEEL list of users', meaning: 'Who signs.' },
  timeout: { values: 'ISO 8601 duration, default `PT30S`', meaning: 'Limit of one attempt.' },
  titled: {
    values: '`opener` (default), `procedure`, `=FEEL`',
    meaning:
      'Who names a case: whoever opens it, or the procedure alone: every case then bears its name, or what the expression makes of the start variables (`="来信 " + code`; its name where that is no text). What the opener would call it is not kept: it could name whom nobody is to know.',
  },
  title: {
    values: 'text, `=FEEL`',
    meaning: 'Title of the child case; of a user task what people read instead of its name.',
  },
  value: { values: 'FEEL', meaning: 'What the data object holds when the case begins.' },
  version: { values: 'number', meaning: 'A version of the called procedure instead of the newest.' },
  veto: { values: '`true`, `false` (default)', meaning: 'Whether one refusal decides.' },
  withdrawable: { values: '`true` (default), `false`', meaning: 'Whether who completed it may take it back.' },
};
