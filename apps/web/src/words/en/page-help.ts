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
      intake: [
        'Many new cases',
        'Choose a procedure, take its sheet, fill in a row a case; 500 at most.',
        'The sheet is checked row by row: while one cell is wrong no case is opened, and row, column and reason are named.',
      ],
      case: [
        'Case',
        'At the top: where it stands, in whose hands, due when.',
        'The diagram and the list of steps are the same; choose a step to see who did it and when.',
        'Of a child case outside your circle you see the disposition only, as the rules say.',
      ],
      paper: ['Print', 'The case as it stands, set for paper: print it or save it as PDF. It holds what you may see.'],
      cases: ['Cases', 'The cases within your circle; filter by status, procedure, overdue, or take them as a sheet.'],
      board: [
        'Board',
        'Stalled cases first: why, where, how long, with the remedy in the row.',
        'Every number opens its cases.',
      ],
      boardRows: [
        'The rows behind a number',
        'What the board counted; the conditions are above and in the address, take one away or take the rows as a sheet.',
      ],
      boardClimbed: [
        'Escalated this week',
        'Steps whose ladder was climbed within seven days, the highest first; also those done since, with how they stand.',
      ],
      boardDue: ['Falling due', 'How many steps fall due on each of the next 30 days; choose a day to see which.'],
      boardFlow: [
        'Throughput',
        'Twelve months: cases opened and ended, steps done and how many of them late; the same as a table below.',
      ],
      boardSteps: [
        'Time by step',
        'How many days each step took in the last year: half of them within the median, nine of ten within the second figure.',
        'Choose a procedure to see on its diagram where it is slow and where it piles up.',
      ],
      boardCompare: [
        'Comparison',
        'Three years of each agency: how much was done, how much in time, in how many days. Steps without a limit do not count for the share in time.',
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
      duties: [
        'Lists of duties',
        'One list a year: who does what, how often, with what evidence; a matter opens by itself on its day.',
      ],
      dutyList: [
        'One list of duties',
        'Above, how each item stands in each cycle of the year; choose a cell to see that matter.',
        'Before you change an item, see which matters would come or go; until they are fixed the results are as of today.',
      ],
      platform: [
        'Supervision data',
        'Sources report on a schedule, indicators are computed from them, rules point out doubts.',
        'A doubt is no clue: two people check it before it goes on; behind every number are its rows.',
      ],
      dataSource: [
        'A source',
        'Who reports, how often, and what for; how many rows of each batch were set aside, and why, is listed below.',
      ],
      indicators: [
        'Indicators',
        'Choose source, measure, filters, period and dimensions, and look at the values before saving; every change is a version.',
        'The same values are lines, bars, a ranking and a table, by units or years; a number leads to its rows.',
      ],
      warnings: [
        'Warning rules',
        'A rule is a decision table or an expression that comes to green, yellow or red with a reason; a new version is tried on past data before it is switched on.',
        'What a run hits becomes a doubt with the version of the rule, the row of the table and the rows of data.',
      ],
      ecology: [
        'Political ecology',
        'Units with data are scored each quarter; the explanation tells value, points, weight and rows of each indicator.',
        'Weights and lines are data: a change is a version, and what is scored stays.',
      ],
      fourForms: [
        'Statistics of the four forms',
        'Disposed clues of your circle by the day on which they were closed; shares are of the row’s total, a number leads to its clues.',
      ],
      petitions: [
        'Analysis of petitions',
        'Which units and topics most are about, repeats, and those about heads of units; counts only, and none that are too small.',
      ],
      portrait: [
        'Portrait',
        'Shown to those who may read the dossier once they give a reason; every look is written down and can be seen by those who oversee.',
      ],
      ledgers: ['Ledgers', 'Records of one kind across cases; open a row for what it says and its case.'],
      registry: ['Registry', 'Supervised units and persons as on any day; every change is kept.'],
      registryImport: [
        'Import into the registry',
        'A trial names every wrong cell; while one is wrong nothing is imported. The same file again changes nothing.',
      ],
      dossiers: ['Dossiers', 'Kept by named persons; a look takes a reason and is recorded.'],
      dossierOffice: [
        'Keeping of dossiers',
        'Who keeps which dossiers, who may look and until when, and who has looked at what.',
      ],
      design: ['Procedures', 'Draw, check, try, then publish; running cases stay on their version until migrated.'],
      procedure: [
        'Drawing a procedure',
        'Take shapes on the left, fill in who, by when and what form on the right; defects are marked as you draw.',
        'The draft is saved by itself and yours alone; before publishing try it, or compare it with the version before.',
      ],
      versions: [
        'Versions',
        'Each publication is a version that never changes; choose two to see on the diagram what differs.',
      ],
      trial: [
        'Trial run',
        'A run in the real system with a clock to move; it counts nowhere, tells nobody, and you act for every role.',
      ],
      scenarios: [
        'Scenarios and coverage',
        'Plays the release’s scenarios and your trial runs, and shows where nobody has ever gone. No case is made.',
      ],
      migrate: [
        'Migration',
        'Moves running cases to a version: first a trial of where each would stand and what would fall due when, then case by case.',
      ],
      decisions: ['Decision table', 'Conditions and what follows from them; past uses keep the version they used.'],
      forms: ['Form', 'What is filled in at a step; fields on the left, on the right how they look when filled in.'],
      unit: [
        'My matters',
        'What is to be done and until when; fill in step by step, check, hand in, print the receipt.',
      ],
      notices: ['Notices', 'What you are to do first, then what concerns you; a click opens it.'],
      copies: ['Copies', 'Cases and steps that others let you know of; a receipt says when you read one.'],
      password: ['Password', 'If you forget it, the security administrator issues a one-time password in person.'],
      deputies: [
        'Deputies and absence',
        'Enter your absence and name a deputy beforehand; what the deputy does names both of you.',
        'It ends by itself on its last day, or whenever you end it.',
      ],
      me: ['Me', 'Your posts, look, language and keys; password, deputies, hand-over and sessions.'],
      help: [
        'Help',
        'How to do common things, and what each page is for; each page has the same behind “About this page”.',
      ],
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
