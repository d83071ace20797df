import { describe, it } from 'vitest';
import {
  and,
  boundary,
  end,
  error,
  escalation,
  eventSub,
  flows,
  message,
  start,
  sub,
  throws,
  timer,
  user,
} from '../support/bpmn.ts';
import { modelOf, play } from '../support/run.ts';

describe('errors', () => {
  const inner = (code: string, handlers: string[]) =>
    modelOf(
      start('s'),
      sub('p', start('ps'), user('u'), end('pe', error(code)), flows('ps>u>pe')),
      ...handlers.map((handled) => boundary(`on_${handled}`, 'p', error(handled === 'all' ? undefined : handled))),
      ...handlers.map((handled) => user(`do_${handled}`)),
      end('e'),
      flows('s>p>e', ...handlers.map((handled) => `on_${handled}>do_${handled}>e`)),
    );
  it.each([
    ['by its code', 'E1', ['E1'], 'do_E1'],
    ['by its code before the catch-all', 'E1', ['all', 'E1'], 'do_E1'],
    ['by the catch-all', 'E2', ['E1', 'all'], 'do_all'],
  ])('are caught %s', async (_, code, handlers, open) => {
    play(await inner(code, handlers))
      .start()
      .complete('u')
      .expectOpen(open);
  });

  it('nobody catches are an incident where they were thrown', async () => {
    play(await inner('E2', ['E1']))
      .start()
      .complete('u')
      .expectIncident('UNCAUGHT_ERROR', 'pe');
  });

  it('go to the nearest scope, an event sub-process of the scope before its boundary', async () => {
    const model = await modelOf(
      start('s'),
      sub(
        'outer',
        start('os'),
        sub(
          'p',
          start('ps'),
          and('pf'),
          user('keep'),
          end('pend'),
          end('pe', error('E')),
          eventSub('h', start('hs', error('E')), user('inside'), end('he'), flows('hs>inside>he')),
          flows('ps>pf>keep>pend', 'pf>pe'),
        ),
        end('oe'),
        flows('os>p>oe'),
      ),
      boundary('b', 'outer', error('E')),
      user('outside'),
      end('e'),
      flows('s>outer>e', 'b>outside>e'),
    );
    play(model).start().expectOpen('inside').complete('inside').expectEnded();
  });

  it('an event sub-process that throws does not catch itself', async () => {
    const model = await modelOf(
      start('s'),
      sub(
        'p',
        start('ps'),
        end('pe', error('E')),
        eventSub('h', start('hs', error('E')), end('he', error('E')), flows('hs>he')),
        flows('ps>pe'),
      ),
      boundary('b', 'p', error('E')),
      user('outside'),
      end('e'),
      flows('s>p>e', 'b>outside>e'),
    );
    play(model).start().expectOpen('outside');
  });
});

describe('escalations', () => {
  const model = (cancelActivity: boolean) =>
    modelOf(
      start('s'),
      sub('p', start('ps'), throws('t', escalation('L1')), user('u'), end('pe', escalation('L2')), flows('ps>t>u>pe')),
      boundary('b', 'p', escalation('L1'), { cancelActivity }),
      user('told'),
      end('e'),
      flows('s>p>e', 'b>told>e'),
    );
  it('let the thrower go on where the handler does not interrupt', async () => {
    play(await model(false))
      .start()
      .expectOpen('told', 'u')
      .complete('u')
      .expectOpen('told')
      .complete('told')
      .expectEnded();
  });
  it('end it where the handler interrupts', async () => {
    play(await model(true))
      .start()
      .expectOpen('told')
      .complete('told')
      .expectEnded();
  });
});

describe('event sub-processes', () => {
  const model = (isInterrupting: boolean) =>
    modelOf(
      start('s'),
      user('a'),
      end('e'),
      eventSub('h', start('hs', { isInterrupting }, message('Stop')), user('b'), end('he'), flows('hs>b>he')),
      flows('s>a>e'),
    );
  it('interrupting: everything else ends, and the case with them', async () => {
    play(await model(true))
      .start()
      .message('Stop', { why: 'x' })
      .expectOpen('b')
      .expectVariables({ why: 'x' })
      .complete('b')
      .expectEnded();
  });
  it('not interrupting: side by side, as often as it happens, and the case ends with the last', async () => {
    const one = play(await model(false))
      .start()
      .message('Stop')
      .message('Stop')
      .expectOpen('a', 'b', 'b')
      .complete('a')
      .complete('b')
      .expectStatus('running');
    one.complete('b').expectEnded();
  });
  it.each([['a timer', timer({ duration: 'P1D' }), 'P1D']])('start by %s', async (_, definition, by) => {
    const timed = await modelOf(
      start('s'),
      user('a'),
      end('e'),
      eventSub('h', start('hs', { isInterrupting: false }, definition), user('b'), end('he'), flows('hs>b>he')),
      flows('s>a>e'),
    );
    play(timed).start().move(by).expectOpen('a', 'b').move('P9D').expectOpen('a', 'b');
  });
});

describe('expressions that fail where a scope begins', () => {
  it('are an incident on the process, which begins when they are corrected', async () => {
    const model = await modelOf(
      start('s'),
      user('a'),
      end('e'),
      eventSub(
        'h',
        start('hs', { isInterrupting: false }, timer({ duration: '=wait' })),
        user('b'),
        end('he'),
        flows('hs>b>he'),
      ),
      flows('s>a>e'),
    );
    play(model)
      .start({ wait: 'soon' })
      .expectIncident('BAD_TIMER', 'P')
      .expectOpen()
      .send({ kind: 'setVariables', variables: { wait: 'P1D' } })
      .retry()
      .expectOpen('a')
      .move('P1D')
      .expectOpen('a', 'b');
  });
});
