import { describe, expect, it } from 'vitest';
import {
  and,
  association,
  boundary,
  cancel,
  compensate,
  end,
  flows,
  start,
  sub,
  throws,
  transaction,
  user,
  xor,
} from '../support/bpmn.ts';
import { modelOf, play } from '../support/run.ts';

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
