import { describe, expect, it } from 'vitest';
import {
  and,
  association,
  boundary,
  call,
  compensate,
  end,
  eventGateway,
  catches,
  flows,
  loop,
  message,
  multi,
  service,
  start,
  sub,
  terminate,
  throws,
  timer,
  user,
  xor,
} from '../support/bpmn.ts';
import { codeOf } from '../support/code-of.ts';
import { correct, line } from './correcting.ts';
import { faultsOf } from '../support/invariants.ts';
import { modelOf, play, type Play } from '../support/run.ts';

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
