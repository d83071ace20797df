import { describe, expect, it } from 'vitest';
import { CaseError } from '../../domain/errors.ts';
import type { Act, Actor } from '../../engine/command.ts';
import type { Instruction } from '../../engine/correction.ts';
import {
  and,
  association,
  boundary,
  bpmn,
  call,
  compensate,
  end,
  eventGateway,
  catches,
  eventSub,
  flows,
  loop,
  mappings,
  message,
  multi,
  or,
  process,
  service,
  start,
  sub,
  terminate,
  throws,
  timer,
  user,
  xor,
} from '../support/bpmn.ts';
import { faultsOf, untold } from '../support/invariants.ts';
import { everyone, modelOf, modelsOf, person, play, type Play } from '../support/run.ts';

const codeOf = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    if (error instanceof CaseError) return error.code;
    throw error;
  }
  return 'accepted';
};
const reason = '更正差错';
const boss: Actor = { ...person('boss', 'supervisor'), operator: true };
const head: Actor = { ...person('head', 'cdi.head'), operator: true };

/** One correction; nothing may be lost or doubled by it. */
function correct(one: Play, instructions: readonly Instruction[], more: { force?: boolean; as?: Actor } = {}): Play {
  const { force, as = boss } = more;
  one.send({ kind: 'correctCase', instructions, ...(force ? { force } : {}) }, { as, reason });
  expect([...faultsOf(one.state, one.models), ...untold(one.state, one.entries)]).toEqual([]);
  return one;
}
const line = () => modelOf(start('s'), user('a'), user('b'), user('c'), end('e'), flows('s>a>b>c>e'));
const forked = () =>
  modelOf(
    start('s'),
    user('a'),
    and('f'),
    user('b1'),
    user('b2'),
    user('c1'),
    user('c2'),
    and('j'),
    user('d'),
    end('e'),
    flows('s>a>f>b1>b2>j>d>e', 'f>c1>c2>j'),
  );

describe('skipping', () => {
  it('lets the token go on without the work', async () => {
    const one = play(await line()).start();
    correct(one, [{ kind: 'skip', elementId: 'a' }]).expectOpen('b');
    expect(one.entriesOf('task-cancelled')).toHaveLength(1);
    one.complete('b').complete('c').expectEnded();
  });

  it('may give the outcome and variables that the work would have brought', async () => {
    const model = await modelOf(
      start('s'),
      user('a', { 'ld:outcomes': 'pass,fail' }),
      xor('x'),
      user('b'),
      user('c'),
      end('e'),
      end('f'),
      flows('s>a>x', 'x>b[a_outcome = "pass" and amount > 1]>e', 'x>c*>f'),
    );
    const instruction = { kind: 'skip', elementId: 'a', outcome: 'pass', variables: { amount: 2 } } as const;
    correct(play(model).start(), [instruction]).expectOpen('b');
  });

  it.each([
    ['a sub-process', [sub('x', start('ps'), user('y'), end('pe'), flows('ps>y>pe'))]],
    ['a multi-instance', [user('x', multi({ cardinality: '3' }))]],
    ['a loop', [user('x', loop({ condition: 'true' }))]],
    ['a joint signature', [user('x', { 'ld:sign': 'all', 'ld:signers': '["a","b"]' })]],
    ['a service that does not answer', [service('x', { 'ld:activity': 'check' })]],
    ['a wait', [catches('x', message('Reply'))]],
    ['a timer', [catches('x', timer({ duration: 'P9D' }))]],
    ['a step with events', [user('x'), boundary('t', 'x', timer({ duration: 'P9D' })), end('te'), flows('t>te')]],
  ])('%s ends everything in it', async (_, parts) => {
    const model = await modelOf(start('s'), user('a'), ...parts, user('z'), end('e'), flows('s>a>x>z>e'));
    const one = play(model).start().complete('a');
    correct(one, [{ kind: 'skip', elementId: 'x' }]).expectOpen('z');
    expect([one.state.waits, one.state.nextAlarmAt]).toEqual([{}, null]);
    one.complete('z').expectEnded();
  });

  it('one of a multi-instance counts as done', async () => {
    const rule = multi({ cardinality: '2', output: 'answers', outputElement: 'answer' });
    const one = play(await modelOf(start('s'), user('x', rule), user('z'), end('e'), flows('s>x>z>e'))).start();
    const [, second] = Object.values(one.state.instances).filter(({ loopCounter }) => loopCounter !== undefined);
    one.complete('x', { nth: 1, variables: { answer: 'yes' } });
    const variables = { answer: 'skipped' };
    correct(one, [{ kind: 'skip', instanceId: second?.id ?? '', variables }]).expectOpen('z');
    one.expectVariables({ answers: ['yes', 'skipped'] });
  });

  it('goes over an incident', async () => {
    const model = await modelOf(start('s'), user('x', { 'ld:due': '=no' }), user('z'), end('e'), flows('s>x>z>e'));
    const one = play(model).start().expectIncident('BAD_DURATION', 'x');
    correct(one, [{ kind: 'skip', elementId: 'x' }]).expectOpen('z');
    expect(one.incidents()).toEqual([]);
  });

  it('leaves nothing to be compensated, but what was done inside is', async () => {
    const model = await modelOf(
      start('s'),
      user('x'),
      boundary('cx', 'x', compensate()),
      user('undo', { isForCompensation: true }),
      association('cx', 'undo'),
      throws('t', compensate()),
      user('z'),
      end('e'),
      flows('s>x>t>z>e'),
    );
    correct(play(model).start(), [{ kind: 'skip', elementId: 'x' }]).expectOpen('z');
  });

  it('is refused at a gateway, and for a track of another agency', async () => {
    const waiting = await modelOf(
      start('s'),
      eventGateway('g'),
      catches('m', message('Reply')),
      catches('t', timer({ duration: 'P1D' })),
      end('e'),
      end('f'),
      flows('s>g>m>e', 'g>t>f'),
    );
    const skip = (one: Play, elementId: string) => codeOf(() => correct(one, [{ kind: 'skip', elementId }]));
    expect(skip(play(waiting).start(), 'g')).toBe('NOT_SKIPPABLE');
    const track = await modelOf(start('s'), call('c', 'Track', { 'ld:case': 'child' }), end('e'), flows('s>c>e'));
    expect(skip(play(track).start(), 'c')).toBe('OPEN_TRACKS');
  });
});

describe('repeating', () => {
  it('begins the work anew with a new task and a new deadline', async () => {
    const model = await modelOf(start('s'), user('a', { 'ld:due': 'P5D' }), end('e'), flows('s>a>e'));
    const one = play(model).start();
    const { id } = one.task('a');
    correct(one.move('P4D'), [{ kind: 'repeat', elementId: 'a' }]).expectOpen('a');
    expect(one.task('a').id).not.toBe(id);
    expect(one.row('a').dueOn).toBe('2026-03-11');
    one.complete('a').expectEnded();
  });

  it('one of a multi-instance, with its item', async () => {
    const many = multi({ collection: 'units', element: 'unit' });
    const one = play(await modelOf(start('s'), user('x', many), end('e'), flows('s>x>e'))).start({ units: ['u', 'v'] });
    const second = Object.values(one.state.instances).find(({ loopCounter }) => loopCounter === 2);
    correct(one, [{ kind: 'repeat', instanceId: second?.id ?? '' }]).expectOpen('x', 'x');
    expect(
      one
        .view()
        .tasks.filter(({ status }) => status === 'open')
        .map(({ variables }) => variables['unit']),
    ).toEqual(['u', 'v']);
    one.complete('x').complete('x').expectEnded();
  });

  it('a whole sub-process or multi-instance, and a service that was called', async () => {
    const model = await modelOf(
      start('s'),
      sub('p', start('ps'), user('x'), user('y'), end('pe'), flows('ps>x>y>pe')),
      service('v', { 'ld:activity': 'check' }),
      end('e'),
      flows('s>p>v>e'),
    );
    const one = play(model).start().complete('x');
    correct(one, [{ kind: 'repeat', elementId: 'p' }])
      .expectOpen('x')
      .complete('x')
      .complete('y');
    const [first] = one.effectsOf('callService');
    correct(one, [{ kind: 'repeat', elementId: 'v' }]);
    expect(one.effectsOf('callService')).toHaveLength(2);
    one.send({ kind: 'serviceDone', instanceId: first?.instanceId ?? '', result: {} }, { as: null });
    expect(one.view().case.status).toBe('running');
    const last = one.effectsOf('callService').at(-1);
    one.send({ kind: 'serviceDone', instanceId: last?.instanceId ?? '', result: {} }, { as: null }).expectEnded();
  });
});

describe('moving', () => {
  it('goes forward, back and to the end', async () => {
    const one = play(await line()).start();
    correct(one, [{ kind: 'move', elementId: 'a', to: 'c' }]).expectOpen('c');
    correct(one, [{ kind: 'move', elementId: 'c', to: 'a' }]).expectOpen('a');
    correct(one, [{ kind: 'move', elementId: 'a', to: 'e' }]).expectEnded('e');
    expect(one.entriesOf('token-moved').map(({ elementId, data }) => [elementId, data?.['to']])).toEqual([
      ['a', 'c'],
      ['c', 'a'],
      ['a', 'e'],
    ]);
  });

  it('into a sub-process begins it without its own start, out of one leaves none of it', async () => {
    const inner = sub(
      'p',
      mappings({ input: { twice: 'n * 2' } }),
      start('ps'),
      user('x'),
      user('y'),
      end('pe'),
      flows('ps>x>y>pe'),
    );
    const model = await modelOf(
      start('s'),
      user('a'),
      inner,
      boundary('t', 'p', timer({ duration: 'P9D' })),
      user('z'),
      end('e'),
      end('te'),
      flows('s>a>p>z>e', 't>te'),
    );
    const one = play(model).start({ n: 2 });
    correct(one, [{ kind: 'move', elementId: 'a', to: 'y' }]).expectOpen('y');
    expect(one.row('y').variables).toMatchObject({ twice: 4 });
    expect(one.alarms()).toHaveLength(1);
    correct(one, [{ kind: 'move', elementId: 'y', to: 'a' }]).expectOpen('a');
    expect(one.alarms()).toEqual([]);
    correct(one, [{ kind: 'move', elementId: 'a', to: 'y' }])
      .complete('y')
      .complete('z')
      .expectEnded();
  });

  it('out of a called procedure to the calling one', async () => {
    const [outer, inner] = await modelsOf(
      bpmn(
        process('P', start('s'), user('a'), call('c', 'Q'), user('z'), end('e'), flows('s>a>c>z>e')),
        process('Q', start('qs'), user('x'), user('y'), end('qe'), flows('qs>x>y>qe')),
      ),
    );
    if (!outer || !inner) throw new Error('two processes');
    const one = play(outer, { called: [inner] })
      .start()
      .complete('a');
    correct(one, [{ kind: 'move', elementId: 'x', to: 'y' }]).expectOpen('y');
    correct(one, [{ kind: 'move', elementId: 'y', to: 'z' }])
      .expectOpen('z')
      .complete('z')
      .expectEnded();
  });

  it('to a join stands for the branch of the token', async () => {
    const one = play(await forked())
      .start()
      .complete('a');
    correct(one, [{ kind: 'move', elementId: 'b1', to: 'j' }]).expectOpen('c1');
    one.complete('c1').complete('c2').expectOpen('d').complete('d').expectEnded();
  });

  it('to a join by another flow stands for that branch', async () => {
    const one = play(await forked())
      .start()
      .complete('a');
    const instructions = [
      { kind: 'move', elementId: 'b1', to: 'j', flowId: 'c2_j' },
      { kind: 'move', elementId: 'c1', to: 'b2' },
    ] as const;
    correct(one, instructions).expectOpen('b2').complete('b2').expectOpen('d');
  });

  it('from an incident and from a wait', async () => {
    const model = await modelOf(
      start('s'),
      xor('x'),
      user('a'),
      user('b'),
      end('e'),
      end('f'),
      flows('s>x', 'x>a[n = 1]>e', 'x>b[n = 2]>f'),
    );
    const one = play(model).start().expectIncident('NO_FLOW', 'x');
    correct(one, [{ kind: 'move', elementId: 'x', to: 'b' }])
      .expectOpen('b')
      .complete('b')
      .expectEnded();
  });
});

describe('starting', () => {
  it('a further token before an element, or after it', async () => {
    const model = await modelOf(start('s'), user('a'), user('b'), end('e'), flows('s>a>b>e'));
    const one = play(model).start();
    correct(one, [{ kind: 'start', at: 'b' }]).expectOpen('a', 'b');
    correct(one, [{ kind: 'startAfter', at: 'a' }]).expectOpen('a', 'b', 'b');
    for (const element of ['b', 'b', 'a']) one.complete(element);
    one.complete('b').expectEnded();
  });

  it('with cancelling is one act: the case does not end in between', async () => {
    const one = play(await line()).start();
    const instructions = [
      { kind: 'cancel', elementId: 'a' },
      { kind: 'start', at: 'c' },
    ] as const;
    correct(one, instructions).expectOpen('c').complete('c').expectEnded();
  });

  it('after a boundary event, in a sub-process that runs, and in one of several by name', async () => {
    const inner = (more: ReturnType<typeof multi>) =>
      sub('p', more, start('ps'), user('x'), user('y'), end('pe'), flows('ps>x>y>pe'));
    const model = await modelOf(
      start('s'),
      inner(multi({ cardinality: '2' })),
      boundary('m', 'p', message('Stop'), { cancelActivity: false }),
      user('r'),
      end('e'),
      end('re'),
      flows('s>p>e', 'm>r>re'),
    );
    const one = play(model).start();
    correct(one, [{ kind: 'startAfter', at: 'm' }]).expectOpen('r', 'x', 'x');
    expect(codeOf(() => correct(one, [{ kind: 'start', at: 'y' }]))).toBe('AMBIGUOUS_SCOPE');
    const [scope] = Object.values(one.state.instances).filter(({ loopCounter }) => loopCounter !== undefined);
    correct(one, [{ kind: 'start', at: 'y', scopeId: scope?.id ?? '' }]).expectOpen('r', 'x', 'x', 'y');
    expect(codeOf(() => correct(one, [{ kind: 'start', at: 'y', scopeId: 'i1' }]))).toBe('UNKNOWN_SCOPE');
  });

  it.each([
    ['nowhere', 'UNKNOWN_ELEMENT'],
    ['t', 'NOT_STARTABLE'],
    ['es', 'NOT_STARTABLE'],
    ['undo', 'NOT_STARTABLE'],
    ['inEvent', 'SCOPE_NOT_OPEN'],
    ['inMany', 'SCOPE_NOT_OPEN'],
  ])('is refused at %s with %s', async (at, code) => {
    const model = await modelOf(
      start('s'),
      user('a'),
      boundary('t', 'a', timer({ duration: 'P1D' })),
      boundary('c', 'a', compensate()),
      user('undo', { isForCompensation: true }),
      association('c', 'undo'),
      sub('many', multi({ cardinality: '2' }), start('ms'), user('inMany'), end('me'), flows('ms>inMany>me')),
      eventSub('es', start('ess', message('Go')), user('inEvent'), end('ese'), flows('ess>inEvent>ese')),
      end('e'),
      end('te'),
      flows('s>a>many>e', 't>te'),
    );
    expect(codeOf(() => correct(play(model).start(), [{ kind: 'start', at }]))).toBe(code);
  });
});

describe('cancelling', () => {
  it('one branch, where nothing waits for it', async () => {
    const model = await modelOf(
      start('s'),
      and('f'),
      user('a'),
      user('b'),
      end('e'),
      end('g'),
      flows('s>f>a>e', 'f>b>g'),
    );
    correct(play(model).start(), [{ kind: 'cancel', elementId: 'b' }])
      .expectOpen('a')
      .complete('a')
      .expectEnded();
  });

  it('the last token of a sub-process takes the sub-process along; of the case it is refused', async () => {
    const model = await modelOf(
      start('s'),
      and('f'),
      sub('p', start('ps'), user('x'), end('pe'), flows('ps>x>pe')),
      user('z'),
      user('b'),
      end('e'),
      end('g'),
      flows('s>f>p>z>e', 'f>b>g'),
    );
    const one = play(model).start();
    correct(one, [{ kind: 'cancel', elementId: 'x' }]).expectOpen('b');
    const { state } = one;
    expect(codeOf(() => correct(one, [{ kind: 'cancel', elementId: 'b' }]))).toBe('CASE_WOULD_END');
    expect(one.state).toBe(state);
  });

  it('one of a multi-instance is one less; of a sequential one the next begins; of the last the step is done', async () => {
    for (const sequential of [false, true]) {
      const rule = multi({ collection: 'units', element: 'unit', sequential });
      const model = await modelOf(start('s'), user('x', rule), user('z'), end('e'), flows('s>x>z>e'));
      const one = play(model).start({ units: ['u', 'v', 'w'] });
      const inner = () => Object.values(one.state.instances).find(({ loopCounter }) => loopCounter !== undefined);
      correct(one, [{ kind: 'cancel', instanceId: inner()?.id ?? '' }]);
      one.expectOpen(...(sequential ? ['x'] : ['x', 'x']));
      expect(one.row('x').variables).toMatchObject({ nrOfInstances: 2, unit: 'v' });
      one.complete('x').expectOpen('x');
      correct(one, [{ kind: 'cancel', instanceId: inner()?.id ?? '' }])
        .expectOpen('z')
        .complete('z')
        .expectEnded();
    }
  });

  it('of several tokens at one element is refused until one is named', async () => {
    const model = await modelOf(start('s'), and('f'), xor('m'), user('a'), end('e'), flows('s>f>m>a>e', 'f>m'));
    const one = play(model).start().expectOpen('a', 'a');
    expect(codeOf(() => correct(one, [{ kind: 'cancel', elementId: 'a' }]))).toBe('AMBIGUOUS_TOKEN');
    correct(one, [{ kind: 'cancel', instanceId: one.task('a').instance }])
      .expectOpen('a')
      .complete('a')
      .expectEnded();
  });

  it('ends compensation that is under way with what asked for it', async () => {
    const model = await modelOf(
      start('s'),
      user('x'),
      boundary('cx', 'x', compensate()),
      user('undo', { isForCompensation: true }),
      association('cx', 'undo'),
      throws('t', compensate()),
      user('z'),
      end('e'),
      flows('s>x>t>z>e'),
    );
    const one = play(model).start().complete('x').expectOpen('undo');
    correct(one, [{ kind: 'move', elementId: 't', to: 'z' }])
      .expectOpen('z')
      .complete('z')
      .expectEnded();
  });
});

describe('what a correction would spoil', () => {
  const cancel = [{ kind: 'cancel', elementId: 'b1' }] as const;

  it('a join that would starve is refused, unless that is accepted; then it is an incident that a retry goes on from', async () => {
    const one = play(await forked())
      .start()
      .complete('a');
    expect(() => correct(one, cancel)).toThrow('j');
    expect(codeOf(() => correct(one, cancel))).toBe('UNSOUND_RESULT');
    correct(one, cancel, { force: true })
      .expectOpen('c1')
      .complete('c1')
      .complete('c2')
      .expectIncident('DEADLOCK', 'j');
    one.retry().expectOpen('d').complete('d').expectEnded();
  });

  it('a branch that would come twice to a join', async () => {
    const one = play(await forked())
      .start()
      .complete('a');
    expect(codeOf(() => correct(one, [{ kind: 'start', at: 'b1' }]))).toBe('UNSOUND_RESULT');
    correct(one, [{ kind: 'move', elementId: 'b1', to: 'b2' }]);
    correct(one, [{ kind: 'repeat', elementId: 'c1' }]);
    correct(one, [{ kind: 'skip', elementId: 'c1' }]).expectOpen('b2', 'c2');
  });

  it('from before the fork to before the fork nothing is spoilt, into one branch the other is missed', async () => {
    const one = play(await forked()).start();
    expect(codeOf(() => correct(one, [{ kind: 'move', elementId: 'a', to: 'b1' }]))).toBe('UNSOUND_RESULT');
    correct(one, [{ kind: 'move', elementId: 'a', to: 'f' }]).expectOpen('b1', 'c1');
  });

  it('one of two branches that meet again before the fork is not put behind it', async () => {
    const one = play(
      await modelOf(
        start('s'),
        or('f'),
        user('x'),
        user('y'),
        or('g'),
        and('h'),
        user('b'),
        user('c'),
        and('j'),
        end('e'),
        flows('s>f', 'f>x[true]>g>h>b>j>e', 'f>y[true]>g', 'h>c>j'),
      ),
    ).start();
    const move = [{ kind: 'move', elementId: 'x', to: 'c' }] as const;
    expect(codeOf(() => correct(one, move))).toBe('UNSOUND_RESULT');
    correct(one, move, { force: true })
      .complete('y')
      .complete('c')
      .complete('b')
      .complete('c')
      .expectIncident('DEADLOCK', 'j');
    one.retry().expectEnded();
  });

  it('an inclusive join waits for nobody who has gone', async () => {
    const model = await modelOf(
      start('s'),
      or('f'),
      user('b'),
      user('c'),
      or('j'),
      user('d'),
      end('e'),
      flows('s>f', 'f>b[true]>j>d>e', 'f>c[true]>j'),
    );
    const one = play(model).start();
    correct(one, [{ kind: 'cancel', elementId: 'b' }])
      .complete('c')
      .expectOpen('d');
  });

  it('a deadline of law that would end is told', async () => {
    const timed = { 'ld:due': 'P5D', 'ld:clock': 'statutory' };
    const one = play(await modelOf(start('s'), user('a', timed), user('b'), end('e'), flows('s>a>b>e'))).start();
    expect(codeOf(() => correct(one, [{ kind: 'skip', elementId: 'a' }]))).toBe('UNSOUND_RESULT');
    correct(one, [{ kind: 'skip', elementId: 'a' }], { force: true }).expectOpen('b');
  });

  it('a rehearsal tells all of it and refuses none of it', async () => {
    const one = play(await forked())
      .start()
      .complete('a');
    expect(one.rehearse({ kind: 'correctCase', instructions: cancel }, { as: boss, reason }).warnings).toMatchObject([
      { code: 'JOIN_STARVES', elementId: 'j' },
    ]);
  });
});

describe('who may correct, and why', () => {
  const skip = { kind: 'correctCase', instructions: [{ kind: 'skip', elementId: 'a' }] } as const;

  it('an operator only, with a reason, and something to do; not while the case is suspended or over', async () => {
    const one = play(await line()).start();
    expect(codeOf(() => one.send(skip, { as: person('x'), reason }))).toBe('NOT_OPERATOR');
    expect(codeOf(() => one.send(skip, { as: boss }))).toBe('REASON_REQUIRED');
    expect(codeOf(() => one.send({ kind: 'correctCase', instructions: [] }, { as: boss, reason }))).toBe(
      'NOTHING_TO_CORRECT',
    );
    expect(codeOf(() => correct(one, [{ kind: 'skip', elementId: 'b' }]))).toBe('UNKNOWN_TOKEN');
    expect(codeOf(() => correct(one, [{ kind: 'skip', instanceId: one.state.root ?? '' }]))).toBe('NOT_A_TOKEN');
    one.send({ kind: 'suspendCase' });
    expect(codeOf(() => correct(one, skip.instructions))).toBe('CASE_SUSPENDED');
  });

  it('the journal tells for whom: whose open task was taken away', async () => {
    const one = play(await line()).start();
    one.send({ kind: 'transferTask', taskId: one.task('a').id, to: 'ann' });
    correct(one, skip.instructions);
    expect(one.entriesOf('case-corrected')[0]?.data).toMatchObject({ for: ['ann'], instructions: skip.instructions });
  });

  const guarded = async () => {
    const parts = [start('s'), user('a'), user('b'), end('e'), flows('s>a>b>e')];
    const [model] = await modelsOf(bpmn(process('P', { 'ld:corrections': 'two-persons' }, ...parts)));
    if (!model) throw new Error('no process');
    return play(model, { trial: false }).start();
  };
  const approval = (one: Play) =>
    Object.values(one.state.tasks).find(({ kind, endedAt }) => kind === 'correction' && !endedAt);
  const decide = (one: Play, as: Actor, outcome: 'approve' | 'reject') =>
    one.send({ kind: 'completeTask', taskId: approval(one)?.id ?? '', outcome }, { as });

  it.each<[string, Act, (one: Play) => void]>([
    ['where the case stands', skip, (one) => void one.expectOpen('b')],
    ['a variable', { kind: 'setVariables', variables: { n: 1 } }, (one) => void one.expectVariables({ n: 1 })],
    [
      'the start day',
      { kind: 'correctStartDay', startsOn: '2026-02-01' },
      (one) => expect(one.view().case.startsOn).toBe('2026-02-01'),
    ],
  ])('of two persons: %s waits for another operator', async (_, act, isDone) => {
    const one = await guarded();
    one.send(act, { as: boss, reason }).expectOpen('a', 'P');
    expect(approval(one)).toMatchObject({ role: 'cdi.head', proposal: { act, by: { user: 'boss' }, reason } });
    expect(codeOf(() => decide(one, boss, 'approve'))).toBe('SECOND_PERSON_NEEDED');
    expect(codeOf(() => decide(one, { ...head, onBehalfOf: 'boss' }, 'approve'))).toBe('SECOND_PERSON_NEEDED');
    expect(codeOf(() => decide(one, person('ann', 'cdi.head'), 'approve'))).toBe('NOT_OPERATOR');
    decide(one, head, 'approve');
    isDone(one);
    expect(one.entriesOf('correction-confirmed')[0]?.data).toMatchObject({ askedBy: 'boss', reason });
    expect(approval(one)).toBeUndefined();
  });

  it('of two persons: rejected or taken back it changes nothing', async () => {
    for (const who of [head, boss]) {
      const one = await guarded();
      one.send(skip, { as: boss, reason });
      decide(one, who, 'reject').expectOpen('a');
      expect(one.entriesOf('correction-rejected')).toHaveLength(1);
    }
  });

  it('of two persons: what would be refused is refused before anybody is asked, and again when it is confirmed', async () => {
    const one = await guarded();
    expect(codeOf(() => correct(one, [{ kind: 'skip', elementId: 'b' }]))).toBe('UNKNOWN_TOKEN');
    one.send(skip, { as: boss, reason }).complete('a');
    expect(codeOf(() => decide(one, head, 'approve'))).toBe('UNKNOWN_TOKEN');
    decide(one, head, 'reject').complete('b').expectEnded();
  });

  it('of two persons: a rehearsal shows the correction itself', async () => {
    const one = await guarded();
    const { state } = one.rehearse(skip, { as: boss, reason });
    expect(
      Object.values(state.tasks)
        .filter(({ status }) => status === 'open')
        .map(({ element }) => element),
    ).toEqual(['b']);
  });

  it('of two persons: the approval ends with the case, is nobody’s to hand on, and not for who asked to claim', async () => {
    const one = await guarded();
    one.send(skip, { as: boss, reason });
    const taskId = approval(one)?.id ?? '';
    expect(codeOf(() => one.send({ kind: 'transferTask', taskId, to: 'x' }, { as: boss }))).toBe('NOT_A_STEP');
    expect(codeOf(() => one.send({ kind: 'claimTask', taskId }, { as: boss }))).toBe('SECOND_PERSON_NEEDED');
    one.complete('a').complete('b').expectEnded();
  });

  it('of two persons: in a trial the opener plays both', async () => {
    const one = await guarded();
    one.send(skip, { as: everyone, reason });
    decide(one, everyone, 'approve').expectOpen('b');
  });
});

it('of a sequential multi-instance with one taken out, only the last that was done is withdrawn', async () => {
  const model = await modelOf(
    start('s'),
    user('x', multi({ cardinality: '4', sequential: true })),
    user('z'),
    end('e'),
    flows('s>x>z>e'),
  );
  const one = play(model).start();
  const inner = () => Object.values(one.state.instances).find(({ loopCounter }) => loopCounter !== undefined);
  const withdraw = (taskId: string) => () => one.send({ kind: 'withdrawTask', taskId });
  correct(one, [{ kind: 'cancel', instanceId: inner()?.id ?? '' }]);
  const { id: second } = one.task('x', 2);
  one.complete('x');
  expect(codeOf(withdraw(second))).toBe('accepted');
  const { id: again } = one.task('x', 2);
  one.complete('x');
  const { id: third } = one.task('x', 3);
  one.complete('x');
  expect(codeOf(withdraw(again))).toBe('ALREADY_ACTED');
  expect(codeOf(withdraw(third))).toBe('accepted');
  expect(faultsOf(one.state, one.models)).toEqual([]);
  one.complete('x').complete('x').complete('z').expectEnded();
});

it('a terminate end that waits for tracks is not skipped', async () => {
  const model = await modelOf(
    start('s'),
    and('f'),
    call('c', 'Track', { 'ld:case': 'child' }),
    user('a'),
    end('t', terminate()),
    end('e'),
    flows('s>f>c>e', 'f>a>t'),
  );
  const one = play(model).start().complete('a');
  expect(codeOf(() => correct(one, [{ kind: 'skip', elementId: 't' }]))).toBe('NOT_SKIPPABLE');
});
