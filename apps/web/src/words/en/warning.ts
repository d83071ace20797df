import type { Words } from '../zh.ts';

export const warning: Pick<Words, 'rule'> = {
  rule: {
    create: 'New rule',
    change: 'Change rule',
    save: 'Save',
    saveVersion: (version) => `Save as version ${version}`,
    savedAsTrial:
      'It begins as a trial and raises doubts once it is switched on; the version before goes on until then.',
    name: 'Name',
    key: 'Key',
    keyHelp: 'Never changed afterwards; letters, digits, “.”, “_” and “-”.',
    indicator: 'Indicator',
    facts:
      'A rule knows: value, average (mean of all units), previous (period before), lastYear (same period of the year before), rank, rows, unit, period.',
    inputs: 'Other indicators',
    inputsHelp:
      'Other indicators of the same unit and period, called by the name before them; null where there is no value.',
    input: (number) => `indicator ${number}`,
    inputName: (number) => `Name of indicator ${number}`,
    inputIndicator: (number) => `Indicator ${number}`,
    addInput: 'Add an indicator',
    remove: 'Remove',
    kind: 'Written as',
    kinds: { dmn: 'Decision table (DMN)', feel: 'Expression (FEEL)' },
    tableHelp: 'The output level is "green", "yellow" or "red", reason tells why; the first row that matches counts.',
    feel: 'Expression',
    feelHelp: 'It comes to "green", "yellow" or "red".',
    reason: 'Reason',
    usual: {
      decision: 'Warning',
      value: 'Value',
      level: 'Level',
      reason: 'Reason',
      farAbove: 'more than twice the mean of all units',
      above: 'more than one and a half times the mean of all units',
    },
    year: 'Year',
    tryIt: 'Try',
    trial: 'Try on past data',
    nothingRaised: 'A trial raises no doubts.',
    unchecked: 'unchecked',
    hitColumns: ['Level', 'Unit', 'Period', 'Value', 'Grounds', 'Found', 'Data'],
    why: ({ matched, reason }) =>
      [...(matched.length > 0 ? [`row ${matched.join(', ')}`] : []), ...(reason === null ? [] : [reason])].join(': '),
    levels: { green: 'green', yellow: 'yellow', red: 'red' },
    period: 'Period',
    runVersion: (version) => `Run version ${version}`,
    ran: ({ period, judged, raised, known }) =>
      `${period}: ${judged} units judged, ${raised} doubts raised, ${known} known before.`,
    onHelp: 'Once it is on, what a run hits becomes a doubt that two people check; the version before is off.',
    offHelp: 'It raises no more doubts; those there are go on being checked.',
    versions: 'Versions',
    versionColumns: ['Version', 'Status', 'Made by', 'Date', 'Reason', 'What was found', 'Content'],
    look: 'Look',
  },
};
