import type { Words } from '../zh.ts';

export const portraits: Pick<Words, 'portrait'> = {
  portrait: {
    title: 'Portrait',
    logged:
      'A portrait brings together the dossier, the ledgers and what the platform knows, for those who may read the dossier. Each look is written down with its reason.',
    reason: 'Reason for the look',
    reasonHelp: 'What it is needed for, and who agreed.',
    look: 'Look',
    written:
      'This look was written down with its reason. Sources of complaints and records of meddling are not part of it.',
    ledgers: 'Ledgers',
    noLedgers: 'There is no record in your circle.',
    ledgerColumns: ['Ledger', 'All', 'Open', 'Overdue'],
    lines: (count) => `Dossier (${count} lines)`,
    noPlatform: 'Your post does not see the data of the platform.',
    headsNone: 'Heads no unit.',
    indicatorsOf: (unit) => `Indicators of ${unit}`,
    noIndicators: 'There is no data.',
    indicatorColumns: ['Indicator', 'Period', 'Value', 'Year before', 'Mean of all', 'Rank'],
    doubtsOf: (unit, count) => `Doubts about ${unit} (${count})`,
    ecologyOf: (unit) => `Political ecology of ${unit}`,
  },
};
