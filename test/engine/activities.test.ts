import { describe, expect, it } from 'vitest';
import {
  and,
  association,
  boundary,
  bpmn,
  call,
  cancel,
  compensate,
  end,
  error,
  flows,
  loop,
  manual,
  mappings,
  multi,
  process,
  script,
  service,
  start,
  sub,
  task,
  terminate,
  throws,
  timer,
  transaction,
  user,
  xor,
} from '../support/bpmn.ts';
import { modelOf, modelsOf, play } from '../support/run.ts';

describe('tasks without people', () => {
  it('pass at once; a script writes its result', async () => {
    const model = await modelOf(
      start('s'),
      manual('m'),
      task('t'),
      script('x', 'a + 1', 'b'),
      end('e'),
      flows('s>m>t>x>e'),
    );
    play(model).start({ a: 1 }).expectEnded().expectVariables({ b: 2 });
  });

  it('a service is called with its inputs; its answer is mapped', async () => {
    const model = await modelOf(
      start('s'),
      service('v', { 'ld:activity': 'check' }, mappings({ input: { number: 'n * 2' }, output: { total: 'sum' } })),
      end('e'),
      flows('s>v>e'),
    );
    const one = play(model, { services: { check: ({ number }) => ({ sum: Number(number) + 1, secret: 1 }) } })
      .start({ n: 2 })
      .expectEnded();
    expect(one.variables()).toEqual({ n: 2, total: 5 });
  });

  it('a service that fails is an incident and is called again on retry; a named error goes to its handler', async () => {
    const model = await modelOf(
      start('s'),
      service('v', { 'ld:activity': 'check' }),
      boundary('b', 'v', error('E')),
      boundary('t', 'v', timer({ duration: 'P1D' })),
      user('a'),
      user('late'),
      end('e'),
      flows('s>v>e', 'b>a>e', 't>late>e'),
    );
    const one = play(model).start();
    const failed = (errorCode?: string) =>
      ({
        kind: 'serviceFailed',
        instanceId: one.effectsOf('callService').at(-1)?.instanceId ?? '',
        message: '超时',
        ...(errorCode ? { errorCode } : {}),
      }) as const;
    one.send(failed(), { as: null }).expectIncident('SERVICE_FAILED', 'v').retry().expectStatus('running');
    expect(one.effectsOf('callService')).toHaveLength(2);
    expect(one.alarms()).toHaveLength(1);
    one.send(failed('E'), { as: null }).expectOpen('a');
    one.send(failed('E'), { as: null });
    expect(one.entriesOf('delivery-ignored')).toHaveLength(1);
  });
});

describe('sub-processes', () => {
  it('end when all their tokens have, and keep their own variables to themselves', async () => {
    const model = await modelOf(
      start('s'),
      sub(
        'p',
        mappings({ input: { local: '1' }, output: { seen: 'local' } }),
        start('ps'),
        and('f'),
        user('a'),
        user('b'),
        end('pe'),
        flows('ps>f>a>pe', 'f>b>pe'),
      ),
      user('c'),
      end('e'),
      flows('s>p>c>e'),
    );
    const one = play(model)
      .start()
      .complete('a', { variables: { local: 2, wide: 3 } })
      .expectOpen('b')
      .complete('b')
      .expectOpen('c');
    expect(one.variables()).toEqual({ seen: 2, wide: 3 });
  });

  it('nest, and a boundary event of the outer ends all of it', async () => {
    const model = await modelOf(
      start('s'),
      sub('o', start('os'), sub('p', start('ps'), user('a'), end('pe'), flows('ps>a>pe')), end('oe'), flows('os>p>oe')),
      boundary('b', 'o', timer({ duration: 'P1D' })),
      user('c'),
      end('e'),
      flows('s>o>e', 'b>c>e'),
    );
    const one = play(model).start().expectOpen('a').move('P1D').expectOpen('c').complete('c').expectEnded();
    expect(one.entriesOf('task-cancelled')).toHaveLength(1);
  });

  it('a terminate end ends its own scope only', async () => {
    const model = await modelOf(
      start('s'),
      sub(
        'p',
        start('ps'),
        and('f'),
        user('a'),
        user('b'),
        end('pe', terminate()),
        end('pd'),
        flows('ps>f>a>pe', 'f>b>pd'),
      ),
      user('c'),
      end('e'),
      flows('s>p>c>e'),
    );
    play(model).start().complete('a').expectOpen('c');
  });
});

describe('multi-instance', () => {
  const signers = (rule: Parameters<typeof multi>[0]) =>
    modelOf(start('s'), user('a', multi(rule)), user('z'), end('e'), flows('s>a>z>e'));

  it('parallel: one task an item, all at once, each with its own element variable', async () => {
    const one = play(await signers({ collection: 'units', element: 'unit' }))
      .start({ units: ['u1', 'u2', 'u3'] })
      .expectOpen('a', 'a', 'a');
    expect(
      one
        .view()
        .tasks.map(({ loopCounter, variables }) => [
          loopCounter,
          variables['unit'],
          variables['nrOfInstances'],
          variables['nrOfActiveInstances'],
        ]),
    ).toEqual([
      [1, 'u1', 3, 3],
      [2, 'u2', 3, 3],
      [3, 'u3', 3, 3],
    ]);
    one.complete('a', { nth: 2 }).complete('a', { nth: 1 }).expectOpen('a').complete('a').expectOpen('z');
    expect(one.variables()).toEqual({ units: ['u1', 'u2', 'u3'] });
  });

  it('sequential: one after the other', async () => {
    const one = play(await signers({ cardinality: '3', sequential: true })).start();
    for (const nth of [1, 2, 3]) {
      one.expectOpen('a');
      expect(one.task('a').loopCounter).toBe(nth);
      one.complete('a');
    }
    one.expectOpen('z');
  });

  it('collects its outputs in the order of its items', async () => {
    const one = play(
      await signers({ collection: 'units', element: 'unit', output: 'votes', outputElement: 'vote' }),
    ).start({ units: ['u1', 'u2'] });
    one.complete('a', { nth: 2, variables: { vote: 'no' } }).complete('a', { nth: 1, variables: { vote: 'yes' } });
    expect(one.variables()['votes']).toEqual(['yes', 'no']);
  });

  it('a completion condition ends the rest', async () => {
    const one = play(
      await signers({ cardinality: '5', until: 'nrOfCompletedInstances / nrOfInstances >= 0.4' }),
    ).start();
    one.complete('a', { nth: 4 }).expectOpen('a', 'a', 'a', 'a').complete('a', { nth: 1 }).expectOpen('z');
    expect(one.entriesOf('task-cancelled')).toHaveLength(3);
    play(await signers({ cardinality: '5', sequential: true, until: 'stop' }))
      .start()
      .complete('a', { variables: { stop: true } })
      .expectOpen('z');
  });

  it.each([['an empty collection passes', { units: [] }, ['z']]])('%s', async (_, variables, open) => {
    play(await signers({ collection: 'units', element: 'unit' }))
      .start(variables)
      .expectOpen(...open);
  });

  it('something that is no list is an incident', async () => {
    const model = await signers({ collection: 'units', element: 'unit' });
    play(model)
      .start({ units: 'u1' })
      .expectIncident('NO_COLLECTION', 'a')
      .send({ kind: 'setVariables', variables: { units: ['u1'] } })
      .retry()
      .expectOpen('a');
    play(model).start().expectIncident('NO_COLLECTION', 'a');
  });

  it('more instances than a command may open are an incident', async () => {
    play(await signers({ cardinality: '2000' }))
      .start()
      .expectIncident('RUNAWAY', 'a')
      .expectOpen();
  });

  it('works on sub-processes, with a boundary event on the whole', async () => {
    const model = await modelOf(
      start('s'),
      sub(
        'p',
        multi({ collection: 'units', element: 'unit' }),
        start('ps'),
        user('a'),
        xor('x'),
        user('b'),
        end('pe'),
        flows('ps>a>x', 'x>b[unit = "u1"]', 'x>pe*', 'b>pe'),
      ),
      boundary('t', 'p', timer({ duration: 'P1D' })),
      user('late'),
      end('e'),
      flows('s>p>e', 't>late>e'),
    );
    const one = play(model).start({ units: ['u1', 'u2'] });
    one
      .complete('a', { nth: undefined as never })
      .expectOpen('a', 'b')
      .complete('a')
      .expectOpen('b');
    expect(one.alarms()).toHaveLength(1);
    one.move('P1D').expectOpen('late');
  });
});

describe('standard loops', () => {
  it.each([
    ['test after: at least once, while the condition holds', { condition: 'loopCounter < 3' }, 3],
    ['test before: perhaps never', { condition: 'false', testBefore: true }, 0],
    ['test before: counted', { condition: 'loopCounter < 2', testBefore: true }, 2],
    ['a maximum', { maximum: 2 }, 2],
  ])('%s', async (_, rule, times) => {
    const model = await modelOf(start('s'), user('a', loop(rule)), user('z'), end('e'), flows('s>a>z>e'));
    const one = play(model).start();
    for (let count = 0; count < times; count += 1) one.expectOpen('a').complete('a');
    one.expectOpen('z');
  });
});

describe('inline calls', () => {
  const called = () =>
    modelsOf(
      bpmn(
        process(
          'Q',
          start('qs'),
          user('q', { name: '核实' }),
          script('qx', 'x + 1', 'y'),
          end('qe'),
          flows('qs>q>qx>qe'),
        ),
      ),
    );

  it('run inside the case, with variables in and out', async () => {
    const model = await modelOf(start('s'), call('c', 'Q'), user('z'), end('e'), flows('s>c>z>e'));
    const one = play(model, { called: await called() })
      .start({ x: 1 })
      .expectOpen('q');
    expect(one.entriesOf('call-resolved')[0]?.data).toMatchObject({ called: 'Q@1' });
    one.complete('q').expectOpen('z').expectVariables({ x: 1, y: 2 });
  });

  it('pass only what the mappings name', async () => {
    const model = await modelOf(
      start('s'),
      call('c', 'Q', mappings({ input: { x: 'a * 10' }, output: { answer: 'y' } })),
      user('z'),
      end('e'),
      flows('s>c>z>e'),
    );
    const one = play(model, { called: await called() }).start({ a: 1, secret: 2 });
    expect(one.row('q').variables).toEqual({ x: 10 });
    one.complete('q').expectOpen('z');
    expect(one.variables()).toEqual({ a: 1, secret: 2, answer: 11 });
  });

  it('an unknown procedure is an incident that can be retried', async () => {
    const model = await modelOf(start('s'), call('c', 'Nowhere'), user('z'), end('e'), flows('s>c>z>e'));
    const one = play(model, { called: await called() })
      .start()
      .expectIncident('UNKNOWN_DEFINITION', 'c')
      .retry()
      .expectIncident('UNKNOWN_DEFINITION', 'c');
    expect(one.effectsOf('resolveModel')).toHaveLength(2);
  });

  it('deeper than 20 is an incident', async () => {
    const [self] = await modelsOf(bpmn(process('P', start('s'), call('c', 'P'), end('e'), flows('s>c>e'))));
    if (self)
      play(self, { called: [self] })
        .start()
        .expectIncident('RECURSION', 'c');
  });

  it('errors of the called process reach the caller', async () => {
    const failing = await modelsOf(bpmn(process('Q', start('qs'), end('qe', error('E')), flows('qs>qe'))));
    const model = await modelOf(
      start('s'),
      call('c', 'Q'),
      boundary('b', 'c', error('E')),
      user('z'),
      end('e'),
      flows('s>c>e', 'b>z>e'),
    );
    play(model, { called: failing }).start().expectOpen('z');
  });
});

describe('child cases', () => {
  const model = () =>
    modelOf(start('s'), call('c', 'Track', { 'ld:case': 'child' }), user('z'), end('e'), flows('s>c>z>e'));

  it('are opened by the shell; the parent goes on with outcome and result when they have ended', async () => {
    const one = play(await model()).start({ x: 1 });
    const [opening] = one.effectsOf('openChild');
    expect(opening).toMatchObject({ key: 'Track', elementId: 'c', variables: { x: 1 }, title: '试验案件' });
    const { childId = '', instanceId = '' } = opening ?? {};
    one.send({ kind: 'childOpened', instanceId, childId, number: '〔2026〕1 号' }, { as: null });
    expect(one.view().children).toEqual([
      { childId, elementId: 'c', definitionKey: 'Track', number: '〔2026〕1 号', status: 'running' },
    ]);
    expect(() => one.send({ kind: 'cancelCase' })).toThrow('尚未办结');
    one.send(
      {
        kind: 'childEnded',
        instanceId,
        childId,
        status: 'completed',
        variables: { outcome: 'closed', result: 'ok', detail: 'secret' },
      },
      { as: null },
    );
    one.expectOpen('z');
    expect(one.variables()).toEqual({
      x: 1,
      outcome: 'closed',
      result: 'ok',
      c_outcome: 'closed',
      c_status: 'completed',
    });
  });

  it('a case with a parent tells it its outcome, result and listed feedback', async () => {
    const ending = await modelOf(start('s'), user('a'), end('e'), flows('s>a>e'));
    const one = play(ending, { parent: { caseId: 'p', instanceId: 'i1' } })
      .start()
      .complete('a', { outcome: 'done', variables: { result: 'r', feedback: ['kept'], kept: 1, secret: 2 } });
    expect(one.effectsOf('childEnded')).toMatchObject([
      { status: 'completed', variables: { outcome: 'done', result: 'r', kept: 1 } },
    ]);
  });

  it('what the call activity asks back flows back, whatever the child names', async () => {
    const calling = await modelOf(
      start('s'),
      call('c', 'Track', { 'ld:case': 'child', 'ld:output': 'res = r + 1' }),
      end('e'),
      flows('s>c>e'),
    );
    expect(play(calling).start().effectsOf('openChild')).toMatchObject([{ returns: ['r'] }]);
    const ending = await modelOf(start('s'), user('a'), end('e'), flows('s>a>e'));
    const one = play(ending, { parent: { caseId: 'p', instanceId: 'i1', returns: ['r'] } })
      .start()
      .complete('a', { variables: { r: 1, secret: 2 } });
    expect(one.effectsOf('childEnded')).toMatchObject([{ variables: { r: 1 } }]);
  });

  it('a terminate end waits for the tracks of others and ends then', async () => {
    const terminating = await modelOf(
      start('s'),
      and('f'),
      call('c', 'Track', { 'ld:case': 'child' }),
      user('after'),
      user('a'),
      end('t', terminate()),
      end('e'),
      user('b'),
      flows('s>f>c>after>e', 'f>a>t', 'f>b>e'),
    );
    const one = play(terminating).start().complete('a').expectOpen().expectStatus('running');
    expect(one.effectsOf('cancelChild')).toEqual([]);
    const { childId = '', instanceId = '' } = one.effectsOf('openChild')[0] ?? {};
    one
      .send({ kind: 'childEnded', instanceId, childId, status: 'completed', variables: {} }, { as: null })
      .expectEnded('t');
  });
});

describe('compensation', () => {
  const trip = (thrower: string) =>
    modelOf(
      start('s'),
      user('a'),
      user('b'),
      throws('t', thrower === 'all' ? compensate() : compensate(thrower)),
      user('z'),
      end('e'),
      boundary('ca', 'a', compensate()),
      boundary('cb', 'b', compensate()),
      user('undoA', { isForCompensation: true }),
      user('undoB', { isForCompensation: true }),
      association('ca', 'undoA'),
      association('cb', 'undoB'),
      flows('s>a>b>t>z>e'),
    );
  it('undoes in reverse order of completion, then goes on', async () => {
    play(await trip('all'))
      .start()
      .complete('a')
      .complete('b')
      .expectOpen('undoB')
      .complete('undoB')
      .expectOpen('undoA')
      .complete('undoA')
      .expectOpen('z')
      .complete('z')
      .expectEnded();
  });
  it('undoes one named activity only', async () => {
    play(await trip('a'))
      .start()
      .complete('a')
      .complete('b')
      .expectOpen('undoA')
      .complete('undoA')
      .expectOpen('z');
  });

  it('a cancelled transaction is undone and left by its cancel event', async () => {
    const model = await modelOf(
      start('s'),
      transaction(
        'tx',
        start('ts'),
        and('f'),
        user('a'),
        user('b'),
        xor('x'),
        end('tc', cancel()),
        end('te'),
        user('other'),
        end('oe'),
        boundary('ca', 'a', compensate()),
        user('undoA', { isForCompensation: true }),
        association('ca', 'undoA'),
        flows('ts>f>a>b>x', 'x>tc[no]', 'x>te*', 'f>other>oe'),
      ),
      boundary('c', 'tx', cancel()),
      user('cancelled'),
      user('done'),
      end('e'),
      flows('s>tx>done>e', 'c>cancelled>e'),
    );
    play(model)
      .start({ no: true })
      .complete('a')
      .complete('b')
      .expectOpen('undoA')
      .complete('undoA')
      .expectOpen('cancelled')
      .complete('cancelled')
      .expectEnded();
    play(model).start({ no: false }).complete('a').complete('b').complete('other').expectOpen('done');
  });

  it('shows a handler the variables of its scope as they were when that ended', async () => {
    const model = await modelOf(
      start('s'),
      sub(
        'x',
        { 'ld:input': 'own = 1' },
        start('xs'),
        user('a'),
        end('xe'),
        boundary('ca', 'a', compensate()),
        user('undoA', { isForCompensation: true }),
        association('ca', 'undoA'),
        flows('xs>a>xe'),
      ),
      throws('t', compensate()),
      user('z'),
      end('e'),
      flows('s>x>t>z>e'),
    );
    const one = play(model)
      .start()
      .complete('a', { variables: { own: 7 } });
    expect(one.row('undoA').variables).toMatchObject({ own: 7 });
    one.complete('undoA').expectOpen('z');
  });
  it('reaches into a completed sub-process', async () => {
    const model = await modelOf(
      start('s'),
      sub(
        'p',
        start('ps'),
        user('a'),
        end('pe'),
        boundary('ca', 'a', compensate()),
        user('undoA', { isForCompensation: true }),
        association('ca', 'undoA'),
        flows('ps>a>pe'),
      ),
      throws('t', compensate()),
      user('z'),
      end('e'),
      flows('s>p>t>z>e'),
    );
    play(model).start().complete('a').expectOpen('undoA').complete('undoA').expectOpen('z');
  });
});

describe('runaway', () => {
  it('a loop without rest is an incident, and the case can be corrected', async () => {
    const model = await modelOf(
      start('s'),
      xor('m'),
      script('x', 'n + 1', 'n'),
      xor('g'),
      user('a'),
      end('e'),
      flows('s>m>x>g', 'g>m[go]', 'g>a*', 'a>e'),
    );
    const one = play(model).start({ go: true, n: 0 });
    expect(one.incidents()[0]?.code).toBe('RUNAWAY');
    one
      .send({ kind: 'setVariables', variables: { go: false } })
      .retry()
      .expectOpen('a');
  });
});
