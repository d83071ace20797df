import type { ledgers as Words } from '../zh/ledgers.ts';

export const ledgers: typeof Words = {
  ledgers: {
    title: 'Ledgers',
    kinds: {
      finding: 'Findings',
      clue: 'Clues',
      item: 'Rectification items',
      measure: 'Measures',
      letter: 'Letters',
      recommendation: 'Recommendations',
      decision: 'Decisions',
      account: 'Accountability',
      doubt: 'Doubts',
    },
    columns: { id: 'Number', title: 'Content', status: 'Status', agency: 'Agency', case: 'Case', changed: 'Changed' },
    statuses: {
      open: 'Open',
      fixing: 'Fixing',
      closed: 'Closed',
      continuing: 'Continuing',
      'to-be-issued': 'To be issued',
      issued: 'Issued',
      valid: 'Valid',
      'false-alarm': 'False alarm',
      'more-check': 'To be checked',
      triaged: 'Triaged',
    },
    empty: 'No records.',
    list: 'Kinds of ledger',
    statusFilter: 'Status',
  },
};
