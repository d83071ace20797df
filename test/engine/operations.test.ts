import { describe, expect, it } from 'vitest';
import { CaseError } from '../../domain/errors.ts';
import { contexts, underTest as x, type Context } from '../support/contexts.ts';
import { faultsOf, untold } from '../support/invariants.ts';
import { person, type Play } from '../support/run.ts';

const complete = (one: Play, as = undefined as ReturnType<typeof person> | undefined) => {
  const { id: taskId, outcomes } = x(one);
  const [outcome] = outcomes;
  return one.send({ kind: 'completeTask', taskId, ...(outcome ? { outcome } : {}) }, as ? { as } : {});
};
const add = (position: 'before' | 'parallel' | 'after') => (one: Play) =>
  one.send({ kind: 'addSigner', taskId: x(one).id, users: ['eve'], position });

/** What an office does to the step, by the words of the table below. */
const operations = {
  claim: (one) => one.send({ kind: 'claimTask', taskId: x(one).id }),
  unclaim: (one) => {
    const { id: taskId, assignee } = x(one);
    if (assignee === null) one.send({ kind: 'claimTask', taskId });
    return one.send({ kind: 'unclaimTask', taskId });
  },
  transfer: (one) => one.send({ kind: 'transferTask', taskId: x(one).id, to: 'dan' }),
  'transfer to a signer': (one) => one.send({ kind: 'transferTask', taskId: x(one).id, to: 'bob' }),
  'delegate and come back': (one) => {
    one.send(
      { kind: 'claimTask', taskId: x(one).id },
      { as: person(x(one).assignee ?? 'own', 'audit.staff', 'audit.head', 'supervisor') },
    );
    const { assignee } = x(one);
    one.send({ kind: 'delegateTask', taskId: x(one).id, to: 'dan' });
    complete(one, person('dan'));
    expect(x(one).assignee).toBe(assignee);
    return one;
  },
  return: (one) => one.send({ kind: 'returnTask', taskId: x(one).id, toElementId: 'a' }),
  'return, keeping': (one) => one.send({ kind: 'returnTask', taskId: x(one).id, toElementId: 'a', siblings: 'keep' }),
  'return, if alone': (one) =>
    one.send({ kind: 'returnTask', taskId: x(one).id, toElementId: 'a', siblings: 'refuse' }),
  reject: (one) => one.send({ kind: 'rejectTask', taskId: x(one).id }),
  withdraw: (one) => {
    const { id: taskId } = x(one);
    return complete(one).send({ kind: 'withdrawTask', taskId });
  },
  'sign before': add('before'),
  'sign beside': add('parallel'),
  'sign after': add('after'),
  'remove a signer': (one) => {
    add('parallel')(one);
    return one.send({ kind: 'removeSigner', taskId: x(one).id, user: 'eve' });
  },
  remind: (one) => one.send({ kind: 'remindTask', taskId: x(one).id }),
  extend: (one) => one.send({ kind: 'extendTask', taskId: x(one).id, by: 'P5D' }),
  'suspend, resume': (one) => {
    const { id: taskId } = x(one);
    return one.send({ kind: 'suspendTask', taskId }).move('P3D').send({ kind: 'resumeTask', taskId });
  },
  'suspend, resume the case': (one) => one.send({ kind: 'suspendCase' }).move('P3D').send({ kind: 'resumeCase' }),
  comment: (one) => one.send({ kind: 'commentTask', taskId: x(one).id, text: '请补充' }),
} satisfies Readonly<Record<string, (one: Play) => Play>>;
type Operation = keyof typeof operations;

/** Where an operation is refused, with which code; everywhere else it is done. */
const refused: Readonly<Partial<Record<Operation, Readonly<Partial<Record<Context, string>>>>>> = {
  claim: { 'joint signature': 'ALREADY_CLAIMED', 'signature in sequence': 'ALREADY_CLAIMED' },
  unclaim: { 'joint signature': 'NO_OTHER_CANDIDATE', 'signature in sequence': 'NO_OTHER_CANDIDATE' },
  'transfer to a signer': { 'joint signature': 'ALREADY_SIGNER', 'signature in sequence': 'ALREADY_SIGNER' },
  return: { 'event sub-process': 'OTHER_BRANCH', 'approval of an extension': 'NOT_A_STEP' },
  'return, keeping': {
    'parallel multi-instance': 'SIBLINGS_OPEN',
    'sub-process, multi-instance': 'SIBLINGS_OPEN',
    'event sub-process': 'OTHER_BRANCH',
    'joint signature': 'SIBLINGS_OPEN',
    'approval of an extension': 'NOT_A_STEP',
  },
  'return, if alone': {
    'parallel branch': 'SIBLINGS_OPEN',
    'parallel multi-instance': 'SIBLINGS_OPEN',
    'sub-process, multi-instance': 'SIBLINGS_OPEN',
    'event sub-process': 'OTHER_BRANCH',
    'joint signature': 'SIBLINGS_OPEN',
    'approval of an extension': 'NOT_A_STEP',
  },
  reject: { 'event sub-process': 'NOT_EARLIER', 'approval of an extension': 'NOT_A_STEP' },
  withdraw: {
    'sub-process': 'STALE_TASK',
    'sub-process, multi-instance': 'STALE_TASK',
    'inline call': 'STALE_TASK',
    'event sub-process': 'STALE_TASK',
    'approval of an extension': 'STALE_TASK',
  },
  'sign before': { 'approval of an extension': 'NOT_A_STEP' },
  'sign beside': { 'approval of an extension': 'NOT_A_STEP' },
  'sign after': { 'approval of an extension': 'NOT_A_STEP' },
  'remove a signer': { 'approval of an extension': 'NOT_A_STEP' },
  extend: { 'approval of an extension': 'NO_DEADLINE' },
};

const attempt = (one: Play, operation: Operation): string | undefined => {
  try {
    operations[operation](one);
    return undefined;
  } catch (error) {
    if (error instanceof CaseError) return error.code;
    throw error;
  }
};

function expectSound(one: Play): void {
  expect([...faultsOf(one.state, one.models), ...untold(one.state, one.entries)]).toEqual([]);
}

function finish(one: Play): void {
  for (let left = 60; left > 0 && one.state.status === 'running'; left -= 1) {
    const [task] = Object.values(one.state.tasks).filter(({ status }) => status === 'open');
    const [outcome] = task?.outcomes ?? [];
    one.send({ kind: 'completeTask', taskId: task?.id ?? '', ...(outcome ? { outcome } : {}) });
    expectSound(one);
  }
  one.expectEnded();
}

const cells = (Object.keys(operations) as Operation[]).flatMap((operation) =>
  (Object.keys(contexts) as Context[]).map((context) => {
    const code = refused[operation]?.[context];
    return { operation, context, code, outcome: code ? `refused with ${code}` : 'done' };
  }),
);

describe('every operation on a step, wherever it stands, loses and doubles nothing', () => {
  it.each(cells)('$operation: $context: $outcome', async ({ operation, context, code }) => {
    const one = await contexts[context]();
    expectSound(one);
    expect(attempt(one, operation)).toBe(code);
    expectSound(one);
    finish(one);
    expect(one.again().state).toEqual(one.state);
  });
});
