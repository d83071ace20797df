import { describe, expect, it } from 'vitest';
import {
  and,
  boundary,
  bpmn,
  call,
  end,
  error,
  escalation,
  flows,
  mappings,
  process,
  script,
  start,
  terminate,
  user,
} from '../support/bpmn.ts';
import { modelOf, modelsOf, play } from '../support/run.ts';

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

  describe.each([
    ['an escalation that interrupts', escalation('L'), true, ['late']],
    ['an escalation that does not', escalation('L'), false, ['late']],
    ['an error', error('L'), true, ['late']],
  ] as const)('%s of the child', (_, event, cancelActivity, caught) => {
    const begun = async () => {
      const calling = await modelOf(
        start('s'),
        call('c', 'Track', { 'ld:case': 'child' }),
        boundary('x', 'c', event, { cancelActivity }),
        user('late'),
        user('z'),
        end('e'),
        flows('s>c>z>e', 'x>late>e'),
      );
      const one = play(calling).start();
      const { childId = '', instanceId = '' } = one.effectsOf('openChild')[0] ?? {};
      const told =
        event.tag === 'errorEventDefinition'
          ? ({ kind: 'childEnded', status: 'completed', variables: {}, error: { code: 'L' } } as const)
          : ({ kind: 'childEscalated', escalation: { code: 'L' } } as const);
      return { one, tell: () => one.send({ ...told, instanceId, childId }, { as: null }) };
    };

    it('is caught at the call activity', async () => {
      const { one, tell } = await begun();
      tell();
      one.expectOpen(...caught);
    });

    it('waits while the case is suspended, and is caught when it goes on', async () => {
      const { one, tell } = await begun();
      one.send({ kind: 'suspendCase' });
      tell();
      one.expectOpen();
      expect(one.entriesOf('delivery-held')).toHaveLength(1);
      one.send({ kind: 'resumeCase' }).expectOpen(...caught);
    });
  });
});
