import type { pageHelp as Words } from '../zh/page-help.ts';

export const pageHelp: typeof Words = {
  pageHelp: {
    open: 'About this page',
    all: 'Page by page',
    topics: {
      work: [
        'Worklist',
        'Most urgent first: overdue, due today, within 3 working days, later, without a limit.',
        'What waits for the group is yours once claimed; it can also be done without claiming.',
        'Choose several to transfer, remind or copy at once; each is tried first and says why it cannot be done.',
        'Filters and search are in the address; saved as a view they open next time.',
      ],
      task: [
        'Handling',
        'Left the matter, earlier opinions and files; right what you fill in, saved as a draft within two seconds.',
        'Choose an outcome and submit: you see who gets it and until when before you confirm.',
        '“Why this day” tells how the limit was counted.',
        'What you cannot do yourself: transfer, delegate, return, extend, suspend are below.',
      ],
      newCase: [
        'New case',
        'Choose a procedure, then the start day and what must be filled in. The start day may lie in the past; limits count from it.',
      ],
      case: [
        'Case',
        'At the top: where it stands, in whose hands, due when.',
        'The diagram and the list of steps are the same; choose a step to see who did it and when.',
        'Of a child case outside your circle you see the disposition only, as the rules say.',
      ],
      cases: ['Cases', 'The cases within your circle; filter by status, procedure, overdue, or take them as a sheet.'],
      board: [
        'Board',
        'Stalled cases first: why, where, how long, with the remedy in the row.',
        'Every number opens its cases.',
      ],
      whatIf: [
        'What-if',
        'Change a period, a day or an assignee and see what would move and be late; nothing is changed.',
      ],
      mechanisms: [
        'Mechanisms',
        'What joint supervision consists of, with procedures and limits, and where one starts.',
      ],
      recurring: [
        'Recurring procedures',
        'Each line is a procedure that opens by itself: how often, for whom, when next.',
        '“Why this day” shows every day that was counted, days off and make-up days among them.',
        'What an outage missed is opened once for each period, never left out and never twice; what a pause missed you choose when it resumes.',
        'To open a period early or after all, use “Open now”: it shows first what would be opened.',
      ],
      ledgers: ['Ledgers', 'Records of one kind across cases; open a row for what it says and its case.'],
      registry: ['Registry', 'Supervised units and persons as on any day; every change is kept.'],
      dossiers: ['Dossiers', 'Kept by named persons; a look takes a reason and is recorded.'],
      design: ['Procedures', 'Draw, check, try, then publish; running cases stay on their version until migrated.'],
      unit: [
        'My matters',
        'What is to be done and until when; fill in step by step, check, hand in, print the receipt.',
      ],
      notices: ['Notices', 'What you are to do first, then what concerns you; a click opens it.'],
      password: ['Password', 'If you forget it, the security administrator issues a one-time password in person.'],
      deputies: [
        'Deputies and absence',
        'Enter your absence and name a deputy beforehand; what the deputy does names both of you.',
        'It ends by itself on its last day, or whenever you end it.',
      ],
      me: ['Me', 'Your posts, look, language and keys; password, deputies, hand-over and sessions.'],
      admin: [
        'Administration',
        'Three administrators limit one another: one asks, another confirms, the third reads. None sees business.',
      ],
      people: [
        'People',
        'The system administrator adds people, asks for posts, deactivates; a new account has no password.',
        'The security administrator issues one-time passwords, locks and unlocks, ends sessions.',
        'Somebody leaves: hand over the steps, end the posts, deactivate the account.',
      ],
      agencies: ['Agencies', 'A code stays for ever; a dissolution holds from a day on, past cases keep the name.'],
      posts: ['Posts', 'Every post has a first and a last day; enter a date to see who held what then.'],
      roles: ['Roles', 'Procedures name who acts by role. Those of the release stay; some are kept apart.'],
      requests: ['Requests', 'Nobody confirms what they asked for; every decision goes into the trail.'],
      adminDeputies: ['Deputies and absence', 'All deputyships. To ask for one for somebody away, open the person.'],
      sessions: [
        'Sessions',
        'Half an hour of silence ends one, twelve hours at most. The security administrator ends one at once.',
      ],
      trail: ['Trail', 'Each entry is chained to the one before; note the head elsewhere to compare later.'],
      accessLog: [
        'Access log',
        'Reading a case of work secrets and above is recorded before it is shown; once per session and half hour. It holds no content.',
      ],
      handOver: [
        'Hand-over',
        'First the list: what goes to whom, what cannot and why; then item by item, with another try.',
      ],
      calendars: [
        'Calendar',
        'Once a year: paste the notice, check the days, see what moves, apply.',
        'A year without a notice counts by weekends, provisionally.',
        'An agency’s own calendar names only the days that differ.',
      ],
      periods: [
        'Periods',
        'Each names its basis and how sure it is. See what would move before you change one; changes are kept for ever.',
      ],
      ladders: ['Ladders', 'Reminders before the due day, and what happens level by level after it, and who is told.'],
    },
  },
};
