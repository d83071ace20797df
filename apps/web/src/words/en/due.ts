import { many } from '../many.ts';
import type { due as Words } from '../zh/due.ts';

export const due: typeof Words = {
  due: {
    late: (days, level) => `${many(days, 'day')} late${level > 0 ? ` · L${level}` : ''}`,
    lateHours: (hours, level) => `${many(hours, 'hour')} late${level > 0 ? ` · L${level}` : ''}`,
    lateToday: (level) => `Overdue${level > 0 ? ` · L${level}` : ''}`,
    today: 'Due today',
    left: (days) => `${many(days, 'working day')} left`,
    leftDays: (days) => `${many(days, 'day')} left`,
    leftHours: (hours, minutes) => `${hours} h ${minutes} min left`,
    suspended: 'Suspended',
    none: 'No deadline',
    about: 'about · ',
    groups: { late: 'Overdue', today: 'Due today', soon: 'Within 3 working days', later: 'Later', none: 'No deadline' },
    clocks: {
      internal: 'Internal period, may be extended and suspended',
      statutory: 'Statutory period, cannot be suspended',
      custody: 'Custody period, never rolls over holidays and cannot be suspended',
    },
  },
  why: {
    title: 'Why this day',
    named: (name) => `${name}.`,
    dueBy: (day) => `Due by 24:00 on ${day}.`,
    gap: ' ',
    startsWith: (what) => `Starts with: ${what}.`,
    clock: 'Clock',
    offDays: (days) => `Days off in between, not counted as working days: ${days}.`,
    workDays: (days) => `Make-up working days in between: ${days}.`,
    count: (working, days) =>
      `From the day after arrival to the due day: ${many(days, 'day')}, of which ${many(working, 'working day')}.`,
    basis: (text, confidence) => `Basis: ${text}${confidence ? ` (confidence ${confidence})` : ''}`,
    provisional: 'A year in between has no published notice yet: reckoned by weekends, so the day is provisional.',
    reminders: 'Reminders and escalation',
    fired: 'sent',
    kinds: { reminder: 'Reminder', due: 'Due', rung: 'Escalation', timer: 'Timer' },
  },
};
