import { describe, expect, it } from 'vitest';
import {
  and,
  boundary,
  end,
  error,
  flows,
  manual,
  mappings,
  script,
  service,
  start,
  sub,
  task,
  terminate,
  timer,
  user,
  xor,
} from '../support/bpmn.ts';
import { modelOf, play } from '../support/run.ts';

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
