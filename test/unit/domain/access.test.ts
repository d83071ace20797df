import { describe, expect, it } from 'vitest';
import {
  agenciesSeenBy,
  holdersOf,
  isCandidate,
  mayActOnTask,
  mayOperate,
  mayPublish,
  mayReadCase,
  mayReadTask,
  maySteer,
  overseesAll,
  visibleVariables,
  type CaseCircle,
  type TaskCircle,
  type Viewer,
} from '../../../domain/access.ts';

const person = (user: string, role: string, agency: string, parent: string | null = null): Viewer => {
  return { user, posts: [{ role, agency, parent }] };
};
const people = {
  supervisor: person('supervisor', 'supervisor', 'cdi'),
  head: person('cdi.head', 'cdi.head', 'cdi'),
  intake: person('cdi.intake', 'cdi.intake', 'cdi'),
  office: person('insp.office', 'insp.office', 'insp'),
  team: person('insp.team1', 'insp.team', 'team1', 'insp'),
  auditor: person('audit.staff', 'audit.staff', 'audit'),
  unit: person('unit1.head', 'unit.head', 'unit1'),
  otherUnit: person('unit2.head', 'unit.head', 'unit2'),
  designer: person('designer', 'designer', 'platform'),
  sysadmin: person('sysadmin', 'sysadmin', 'platform'),
  secadmin: person('secadmin', 'secadmin', 'platform'),
  auditadmin: person('auditadmin', 'auditadmin', 'platform'),
  stranger: { user: 'nobody', posts: [] } satisfies Viewer,
};
type Name = keyof typeof people;
const allowed = (rule: (viewer: Viewer) => boolean): string[] =>
  (Object.keys(people) as Name[]).filter((name) => rule(people[name]));

const aCase = (change: Partial<CaseCircle> = {}): CaseCircle => {
  return {
    trial: false,
    openedBy: 'insp.office',
    familyOpenedBy: 'insp.office',
    agencies: ['insp'],
    people: [],
    ...change,
  };
};
const aTask = (change: Partial<TaskCircle> = {}): TaskCircle => {
  return { role: null, agency: null, assignee: null, owner: null, candidateUsers: [], endedBy: null, ...change };
};

describe('the circle of a case', () => {
  it('is the agencies with a step, teams below them, the opener and the commission’s leaders', () => {
    expect(allowed((viewer) => mayReadCase(viewer, aCase()))).toEqual(['supervisor', 'head', 'office', 'team']);
  });

  it('of a clue at the commission leaves out audit and inspection', () => {
    const clue = aCase({ openedBy: null, agencies: ['cdi'] });
    expect(allowed((viewer) => mayReadCase(viewer, clue))).toEqual(['supervisor', 'head', 'intake']);
  });

  it('takes in all holders of a role where a step names no agency', () => {
    const offered = aCase({ openedBy: null, agencies: [], people: [holdersOf('cdi.intake')] });
    expect(allowed((viewer) => mayReadCase(viewer, offered))).toEqual(['supervisor', 'head', 'intake']);
  });

  it('does not grow upward: a step of the team does not open the case to other agencies', () => {
    const ofTeam = aCase({ openedBy: null, agencies: ['team1'] });
    expect(allowed((viewer) => mayReadCase(viewer, ofTeam))).toEqual(['supervisor', 'head', 'team']);
  });

  it('can be asked of a whole list: all cases for the leaders, those of one’s agencies for the others', () => {
    expect(allowed(overseesAll)).toEqual(['supervisor', 'head']);
    expect(agenciesSeenBy(people.team)).toEqual(['team1', 'insp']);
    expect(agenciesSeenBy(people.office)).toEqual(['insp']);
    expect(agenciesSeenBy(people.sysadmin)).toEqual([]);
  });

  it('takes in people by name', () => {
    const named = aCase({ people: ['audit.staff'] });
    expect(mayReadCase(people.auditor, named)).toBe(true);
  });

  it('of a trial is its opener alone, also in the children that it opens', () => {
    const trial = aCase({ trial: true, openedBy: null, familyOpenedBy: 'designer', agencies: ['insp', 'cdi'] });
    expect(allowed((viewer) => mayReadCase(viewer, trial))).toEqual(['designer']);
  });

  it('never holds an administrator, not even one who is named in it or holds a post besides', () => {
    const named = aCase({ openedBy: 'sysadmin', people: ['secadmin', 'auditadmin'] });
    for (const name of ['sysadmin', 'secadmin', 'auditadmin'] as const) {
      expect(mayReadCase(people[name], named)).toBe(false);
      const both = { ...people[name], posts: [...people[name].posts, ...people.intake.posts] };
      expect(mayReadCase(both, aCase({ agencies: ['cdi'] }))).toBe(false);
    }
  });
});

describe('a step', () => {
  it.each<[string, Partial<TaskCircle>, Name[]]>([
    ['of a role in an agency', { role: 'audit.staff', agency: 'audit' }, ['auditor']],
    ['of a role wherever', { role: 'unit.head' }, ['unit', 'otherUnit']],
    ['of a role in one unit', { role: 'unit.head', agency: 'unit1' }, ['unit']],
    ['of a role in the agency above', { role: 'insp.team', agency: 'insp' }, ['team']],
    ['of an agency', { agency: 'insp' }, ['office', 'team']],
    ['of named people', { candidateUsers: ['audit.staff', 'unit1.head'] }, ['auditor', 'unit']],
    ['of a person or a role', { role: 'cdi.intake', candidateUsers: ['audit.staff'] }, ['intake', 'auditor']],
    ['of nobody, which is the opener’s', {}, ['office']],
    ['of a role that nobody holds', { role: 'fin.head' }, []],
  ])('%s is offered to exactly those', (_, change, expected) => {
    const task = aTask(change);
    expect(allowed((viewer) => isCandidate(viewer, aCase(), task))).toEqual(expected);
    expect(allowed((viewer) => mayActOnTask(viewer, aCase(), task))).toEqual(expected);
  });

  it('that somebody has is no longer anybody else’s', () => {
    const taken = aTask({ role: 'unit.head', assignee: 'unit1.head', candidateUsers: ['cdi.intake'] });
    expect(allowed((viewer) => mayActOnTask(viewer, aCase(), taken))).toEqual(['unit']);
  });

  it('that was delegated stays its owner’s to recall, and a completed one its completer’s to withdraw', () => {
    const delegated = aTask({ assignee: 'audit.staff', owner: 'cdi.intake', endedBy: 'insp.team1' });
    expect(allowed((viewer) => mayActOnTask(viewer, aCase(), delegated))).toEqual(['intake', 'team', 'auditor']);
  });

  it('of a trial is its opener’s, whatever the lanes say', () => {
    const trial = aCase({ trial: true, openedBy: null, familyOpenedBy: 'designer' });
    const task = aTask({ role: 'cdi.intake', agency: 'cdi', assignee: 'someone' });
    expect(mayActOnTask(people.designer, trial, task)).toBe(true);
  });
});

describe('the supervised unit', () => {
  const shared = { ...aCase({ agencies: ['insp', 'unit1'] }), variables: { amount: 12 } };
  const own = aTask({ role: 'unit.head', agency: 'unit1' });
  const ofOthers = aTask({ role: 'insp.office', agency: 'insp' });

  it('sees its own steps and no variables', () => {
    expect(mayReadTask(people.unit, shared, own)).toBe(true);
    expect(mayReadTask(people.unit, shared, ofOthers)).toBe(false);
    expect(visibleVariables(people.unit, shared)).toEqual({});
  });

  it('is the only participant of whom something is held back', () => {
    expect(mayReadTask(people.office, shared, own)).toBe(true);
    expect(visibleVariables(people.office, shared)).toEqual({ amount: 12 });
  });

  it('sees all of what it has opened itself', () => {
    const opened = { ...shared, openedBy: 'unit1.head' };
    expect(visibleVariables(people.unit, opened)).toEqual({ amount: 12 });
    expect(mayReadTask(people.unit, opened, ofOthers)).toBe(true);
  });

  it('of another case sees nothing at all', () => {
    expect(mayReadTask(people.otherUnit, shared, ofOthers)).toBe(false);
    expect(visibleVariables(people.otherUnit, shared)).toEqual({});
  });
});

describe('corrections', () => {
  it('are the commission’s leaders’, and in a trial its opener’s', () => {
    expect(allowed((viewer) => mayOperate(viewer, aCase()))).toEqual(['supervisor', 'head']);
    const trial = aCase({ trial: true, familyOpenedBy: 'designer' });
    expect(allowed((viewer) => mayOperate(viewer, trial))).toEqual(['designer']);
  });

  it('leave suspending and cancelling to the opener as well', () => {
    expect(allowed((viewer) => maySteer(viewer, aCase()))).toEqual(['supervisor', 'head', 'office']);
  });
});

it('only a designer publishes', () => {
  expect(allowed(mayPublish)).toEqual(['designer']);
});
