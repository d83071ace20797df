import { describe, expect, it } from 'vitest';
import {
  and,
  boundary,
  end,
  eventGateway,
  catches,
  flows,
  message,
  or,
  script,
  start,
  terminate,
  timer,
  user,
  xor,
} from '../support/bpmn.ts';
import { modelOf, play } from '../support/run.ts';

describe('exclusive gateway', () => {
  it.each([
    ['the first true flow in document order', { amount: 50 }, ['b']],
    ['a later one where the first is not true', { amount: 15 }, ['c']],
    ['the default where none is true', { amount: 1 }, ['d']],
    ['the default where the variable is unknown', {}, ['d']],
  ])('takes %s', async (_, variables, open) => {
    const model = await modelOf(
      start('s'),
      xor('g'),
      user('b'),
      user('c'),
      user('d'),
      end('e'),
      flows('s>g', 'g>b[amount > 20]', 'g>c[amount > 10]', 'g>d*', 'b>e', 'c>e', 'd>e'),
    );
    play(model)
      .start(variables)
      .expectOpen(...open);
  });

  it('opens an incident where no condition is true and there is no default, and goes on when the variable is corrected', async () => {
    const model = await modelOf(
      start('s'),
      xor('g'),
      user('a'),
      user('b'),
      end('e'),
      flows('s>g>a[x = 1]', 'g>b[x = 2]', 'a>e', 'b>e'),
    );
    play(model)
      .start()
      .expectIncident('NO_FLOW', 'g')
      .send({ kind: 'setVariables', variables: { x: 2 } })
      .retry()
      .expectStatus('running')
      .expectOpen('b')
      .complete('b')
      .expectEnded('e');
  });
});

describe('parallel gateway', () => {
  it('goes on when all its branches have arrived', async () => {
    const model = await modelOf(
      start('s'),
      and('f'),
      user('a'),
      user('b'),
      and('j'),
      user('c'),
      end('e'),
      flows('s>f>a>j>c>e', 'f>b>j'),
    );
    play(model)
      .start()
      .expectOpen('a', 'b')
      .complete('a')
      .expectOpen('b')
      .complete('b')
      .expectOpen('c')
      .complete('c')
      .expectEnded();
  });

  it('needs a token on each incoming flow, not a number of arrivals', async () => {
    const model = await modelOf(
      start('s'),
      and('f'),
      user('a'),
      user('b'),
      user('c'),
      xor('m'),
      and('j'),
      user('d'),
      end('e'),
      flows('s>f>a>m>j>d>e', 'f>b>m', 'f>c>j'),
    );
    play(model)
      .start()
      .complete('a')
      .complete('b')
      .expectOpen('c')
      .complete('c')
      .expectOpen('d')
      .complete('d')
      .expectIncident('DEADLOCK', 'j');
  });

  it('a join that can never be complete is an incident, and a retry goes on with what has arrived', async () => {
    const model = await modelOf(
      start('s'),
      xor('x'),
      and('j'),
      user('a'),
      end('e'),
      flows('s>x>j[true]', 'x>j*', 'j>a>e'),
    );
    play(model).start().expectIncident('DEADLOCK', 'j').retry().expectOpen('a');
  });
});

describe('inclusive gateway', () => {
  const model = modelOf(
    start('s'),
    or('f'),
    user('a'),
    user('b'),
    user('c'),
    or('j'),
    user('d'),
    end('e'),
    flows('s>f', 'f>a[x > 1]', 'f>b[x > 2]', 'f>c*', 'a>j', 'b>j', 'c>j', 'j>d>e'),
  );
  it.each([
    [3, ['a', 'b']],
    [2, ['a']],
    [1, ['c']],
  ])('with x = %i opens %j and joins exactly these', async (x, open) => {
    const one = play(await model)
      .start({ x })
      .expectOpen(...open);
    open.forEach((element, index) => {
      one.complete(element);
      expect(one.open().includes('d')).toBe(index === open.length - 1);
    });
    one.complete('d').expectEnded();
  });

  it('fires when an awaited branch dies', async () => {
    const dying = await modelOf(
      start('s'),
      or('f'),
      user('a'),
      user('b'),
      xor('x'),
      end('dead'),
      or('j'),
      user('d'),
      end('e'),
      flows('s>f', 'f>a[true]', 'f>b[true]', 'a>j', 'b>x', 'x>j[go]', 'x>dead*', 'j>d>e'),
    );
    play(dying)
      .start({ go: false })
      .complete('a')
      .expectOpen('b')
      .complete('b')
      .expectOpen('d')
      .complete('d')
      .expectEnded();
  });

  it('waits for a branch that loops before it arrives', async () => {
    const looping = await modelOf(
      start('s'),
      or('f'),
      user('a'),
      xor('m'),
      user('b'),
      xor('x'),
      or('j'),
      user('d'),
      end('e'),
      flows('s>f', 'f>a[true]', 'f>m[true]', 'a>j', 'm>b>x', 'x>m[again]', 'x>j*', 'j>d>e'),
    );
    play(looping)
      .start()
      .complete('a')
      .complete('b', { variables: { again: true } })
      .expectOpen('b')
      .complete('b', { variables: { again: false } })
      .expectOpen('d');
  });
});

describe('event-based gateway', () => {
  const model = modelOf(
    start('s'),
    eventGateway('g'),
    catches('m', message('Reply')),
    catches('t', timer({ duration: 'P3D' })),
    user('a'),
    user('b'),
    end('e'),
    flows('s>g>m>a>e', 'g>t>b>e'),
  );
  it('goes the way of the event that comes first', async () => {
    play(await model)
      .start()
      .message('Reply', { text: '好' })
      .expectOpen('a')
      .expectVariables({ text: '好' })
      .move('P9D')
      .expectOpen('a');
    play(await model)
      .start()
      .move('P3D')
      .expectOpen('b');
  });
});

describe('implicit splits and merges', () => {
  it('an activity with two outgoing flows splits, one with two incoming flows runs once a token', async () => {
    const model = await modelOf(
      start('s'),
      user('a'),
      script('x', '1'),
      script('y', '2'),
      user('b'),
      end('e'),
      flows('s>a>x>b>e', 'a>y>b'),
    );
    play(model)
      .start()
      .complete('a')
      .expectOpen('b', 'b')
      .complete('b')
      .expectStatus('running')
      .complete('b')
      .expectEnded();
  });

  it('conditional flows of an activity are all taken where they hold, its default only where none does', async () => {
    const model = await modelOf(
      start('s'),
      user('a'),
      user('b'),
      user('c'),
      user('d'),
      end('e'),
      flows('s>a', 'a>b[x > 1]', 'a>c[x > 2]', 'a>d*', 'b>e', 'c>e', 'd>e'),
    );
    play(model)
      .start()
      .complete('a', { variables: { x: 3 } })
      .expectOpen('b', 'c');
    play(model)
      .start()
      .complete('a', { variables: { x: 0 } })
      .expectOpen('d');
  });
});

describe('ends', () => {
  it('a none end ends its own token, a terminate end all of them', async () => {
    const model = await modelOf(
      start('s'),
      and('f'),
      user('a'),
      user('b'),
      end('e'),
      end('t', terminate()),
      flows('s>f>a>e', 'f>b>t'),
    );
    play(model).start().complete('a').expectOpen('b').complete('b').expectEnded('t');
    play(model).start().complete('b').expectEnded('t');
  });

  it('a boundary event alone keeps no case alive', async () => {
    const model = await modelOf(
      start('s'),
      user('a'),
      boundary('b', 'a', timer({ duration: 'P1D' }), { cancelActivity: false }),
      user('c'),
      end('e'),
      flows('s>a>e', 'b>c>e'),
    );
    play(model).start().complete('a').expectEnded();
    play(model).start().move('P1D').expectOpen('a', 'c').complete('a').expectOpen('c').complete('c').expectEnded();
  });
});
