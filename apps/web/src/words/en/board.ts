import { many } from '../many.ts';
import type { board as Words } from '../zh/board.ts';

export const board: typeof Words = {
  board: {
    title: 'Board',
    asOf: (moment) => `as of ${moment}`,
    figures: {
      stalled: 'Stalled',
      overdue: 'Overdue',
      today: 'Due today',
      running: 'Running',
      climbed: 'Escalated this week',
    },
    stalled: 'Stalled cases (look here first)',
    columns: { why: 'Why it stands', where: 'At', howLong: 'For', case: 'Case', remedy: 'Remedy' },
    reasons: {
      incident: 'Incident',
      overdue: 'Overdue',
      nobody: 'Nobody assigned',
      away: 'Assignee not in post',
      waiting: 'Waiting for another agency',
      suspended: 'Suspended too long',
      'no-clock': 'No deadline',
    },
    overdueLevel: (level) => (level > 0 ? `Overdue L${level}` : 'Overdue'),
    days: (days) => many(days, 'day'),
    noStalled: 'No stalled cases.',
    checked: (time) => `Last checked ${time}.`,
    byAgency: 'Overdue: agency × level',
    agency: 'Agency',
    level: (level) => `L${level}`,
    total: 'Total',
    ahead: 'Due in the next 30 days',
    day: 'Day',
    count: 'Count',
    steps: 'Time by step',
    step: 'Step',
    done: 'Completed',
    median: 'Median (days)',
    longest: 'Longest (days)',
    definitions: 'What the figures mean',
    explain: {
      stalled:
        'Cases with an open step and no progress for more than 5 working days, or overdue, nobody assigned, no deadline, suspended for more than 30 days, or with an incident.',
      overdue: 'Steps not completed after their due day.',
      today: 'Open steps that are due today.',
      running: 'Cases not yet completed, trials left out.',
      climbed: 'Escalations sent in the last seven days.',
    },
    noRows: 'None.',
    moreRows: (shown, total) => `the first ${shown} of ${total}`,
  },
};
