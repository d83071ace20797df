import { describe, expect, it } from 'vitest';
import { boundary, end, flows, loop, multi, start, sub, timer, user, xor } from '../support/bpmn.ts';
import { modelOf, play } from '../support/run.ts';

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
