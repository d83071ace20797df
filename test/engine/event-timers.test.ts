import { describe, expect, it } from 'vitest';
import { boundary, end, flows, script, start, timer, user } from '../support/bpmn.ts';
import { modelOf, play } from '../support/run.ts';

describe('boundary timers', () => {
  it.each([
    ['a duration', { duration: 'PT2H' }, '2026-03-02T12:00:00+08:00'],
    ['a date', { date: '2026-03-05T09:30:00+08:00' }, '2026-03-05T09:30:00+08:00'],
    ['a date without a zone', { date: '2026-03-05T09:30:00' }, '2026-03-05T09:30:00+08:00'],
    ['an expression', { duration: '=wait' }, '2026-03-04T10:00:00+08:00'],
  ])('fire at the instant of %s', async (_, when, at) => {
    const model = await modelOf(
      start('s'),
      user('a'),
      boundary('b', 'a', timer(when)),
      user('c'),
      end('e'),
      flows('s>a>e', 'b>c>e'),
    );
    const one = play(model).start({ wait: 'P2D' });
    expect(one.alarms()).toEqual([`timer ${at}`]);
    one.moveTo(at).expectOpen('c').complete('c').expectEnded();
  });

  it('repeat as a cycle says and stop with their task', async () => {
    const model = await modelOf(
      start('s'),
      user('a'),
      boundary('b', 'a', timer({ cycle: 'R3/P1D' }), { cancelActivity: false }),
      user('c'),
      end('e'),
      flows('s>a>e', 'b>c>e'),
    );
    const one = play(model).start();
    one
      .move('P1D')
      .expectOpen('a', 'c')
      .move('P1D')
      .expectOpen('a', 'c', 'c')
      .move('P9D')
      .expectOpen('a', 'c', 'c', 'c');
    expect(one.alarms()).toEqual([]);
    const stopped = play(model).start().move('P1D').complete('a');
    expect(stopped.alarms()).toEqual([]);
    stopped.move('P9D').expectOpen('c');
  });

  it('a cycle in months is counted from the first and does not drift', async () => {
    const model = await modelOf(
      start('s'),
      user('a'),
      boundary('b', 'a', timer({ cycle: 'R/P1M' }), { cancelActivity: false }),
      script('x', '1'),
      end('e'),
      flows('s>a>e', 'b>x>e'),
    );
    const one = play(model, { now: '2026-01-31T08:00:00+08:00' }).start().move('P80D');
    expect(one.entriesOf('alarm-fired').map(({ data }) => data?.['at'])).toEqual(
      ['2026-02-28', '2026-03-31'].map((day) => Date.parse(`${day}T08:00:00+08:00`)),
    );
  });

  it('one that lies in the past is due at once', async () => {
    const model = await modelOf(
      start('s'),
      user('a'),
      boundary('b', 'a', timer({ date: '2026-01-01' })),
      user('c'),
      end('e'),
      flows('s>a>e', 'b>c>e'),
    );
    play(model).start().expectOpen('a').move('PT1S').expectOpen('c');
  });

  it('one that cannot be read is an incident on its activity', async () => {
    const model = await modelOf(
      start('s'),
      user('a'),
      boundary('b', 'a', timer({ duration: '=wait' })),
      user('c'),
      end('e'),
      flows('s>a>e', 'b>c>e'),
    );
    play(model)
      .start({ wait: 'soon' })
      .expectIncident('BAD_TIMER', 'a')
      .send({ kind: 'setVariables', variables: { wait: 'P1D' } })
      .retry()
      .expectOpen('a')
      .move('P1D')
      .expectOpen('c');
  });
});
