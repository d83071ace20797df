import { describe, expect, it } from 'vitest';
import {
  and,
  boundary,
  end,
  flows,
  mappings,
  message,
  multi,
  or,
  script,
  start,
  sub,
  timer,
  user,
  xor,
  type Content,
} from '../support/bpmn.ts';
import { begun, notesOf, to, unmappedIn } from '../support/migrating.ts';
import { modelOf } from '../support/run.ts';

describe('tokens that wait in a join', () => {
  const parallel = (...branches: readonly (readonly string[])[]): readonly Content[] => [
    start('s'),
    and('f'),
    ...branches.flat().map((id) => user(id)),
    and('j'),
    user('z'),
    end('e'),
    flows('s>f', ...branches.map((ids) => ['f', ...ids, 'j'].join('>')), 'j>z>e'),
  ];

  it.each([
    ['a step put in behind theirs', [['a', 'new'], ['b']]],
    ['a step put in before theirs', [['new', 'a'], ['b']]],
    ['another branch beside them, which is not awaited by what is there', [['a'], ['b'], ['c']]],
  ])('stay there with %s', async (_, branches) => {
    const one = (await begun(parallel(['a'], ['b']))).complete('a');
    await to(one, parallel(...branches));
    one.complete('b');
    // A branch that nobody has begun is awaited for ever: that is told as an incident, not waited for in silence.
    if (branches.length === 3) one.expectIncident('DEADLOCK', 'j').retry();
    one.expectOpen('z').complete('z').expectEnded();
  });

  it('go on when the branch they wait for is no more', async () => {
    const one = (await begun(parallel(['a'], ['b'], ['c']))).complete('a').complete('b');
    expect(await unmappedIn(one, parallel(['a'], ['b']))).toEqual(['c']);
    const model = await modelOf(...parallel(['a'], ['b']));
    one.send({ kind: 'migrate', to: 'P@2', model, mapping: { c: 'z' } }).expectOpen('z', 'z');
  });

  it('go on when the join joins nothing any more', async () => {
    const one = (
      await begun([
        start('s'),
        and('f'),
        user('a'),
        user('b'),
        and('j'),
        user('z'),
        end('e'),
        flows('s>f>a>j>z>e', 'f>b>j'),
      ])
    ).complete('a');
    await to(one, [
      start('s'),
      and('f'),
      user('a'),
      user('b'),
      and('j'),
      user('z'),
      end('e'),
      end('e2'),
      flows('s>f>a>j>z>e', 'f>b>e2'),
    ]);
    one.expectOpen('b', 'z').complete('z').complete('b').expectEnded();
  });

  it('whose flow cannot be told are listed, and go by an explicit mapping', async () => {
    const one = (await begun(parallel(['a'], ['b']))).complete('a');
    const split = [
      start('s'),
      and('f'),
      user('a'),
      xor('x'),
      user('p'),
      user('q'),
      user('b'),
      and('j'),
      user('z'),
      end('e'),
      flows('s>f>a>x', 'x>p[go]>j', 'x>q*>j', 'f>b>j', 'j>z>e'),
    ];
    expect(await unmappedIn(one, split)).toEqual(['a_j']);
    await to(one, split, { a_j: 'p_j' });
    one.complete('b').expectIncident('DEADLOCK').retry().expectOpen('z');
  });

  it('in an inclusive join go on when nothing can reach it any more', async () => {
    const version = (...parts: readonly Content[]) => [
      start('s'),
      or('f'),
      user('a'),
      user('b'),
      or('j'),
      user('z'),
      end('e'),
      ...parts,
    ];
    const one = (await begun(version(flows('s>f', 'f>a[true]>j', 'f>b[true]>j', 'j>z>e'))))
      .complete('a')
      .expectOpen('b');
    await to(one, version(end('e2'), flows('s>f', 'f>a[true]>j', 'f>b[true]>e2', 'j>z>e')));
    one.expectOpen('b', 'z');
  });
});

describe('a sub-process', () => {
  const flat = [start('s'), user('a'), user('b'), end('e'), flows('s>a>b>e')] as const;
  const wrapped = (...more: readonly Content[]) => [
    start('s'),
    sub('p', start('ps'), user('a'), user('b'), end('pe'), flows('ps>a>b>pe')),
    user('z'),
    end('e'),
    flows('s>p>z>e'),
    ...more,
  ];

  it('put around a step under way holds it, and its timer counts from when the step began', async () => {
    const one = (await begun(flat)).move('P2D');
    await to(one, wrapped(boundary('t', 'p', timer({ duration: 'P5D' })), user('x'), flows('t>x>e')));
    expect(notesOf(one)).toEqual(['p SCOPE_ADDED']);
    expect(one.alarms()).toEqual(['timer 2026-03-07T10:00:00+08:00']);
    one.complete('a').expectOpen('b').complete('b').expectOpen('z').complete('z').expectEnded();
  });

  it('put around it is interrupted with it', async () => {
    const one = await begun(flat);
    await to(one, wrapped(boundary('m', 'p', message('Stop')), user('x'), flows('m>x>e')));
    one.message('Stop').expectOpen('x').complete('x').expectEnded();
  });

  it('put around parallel steps holds all of them and what their join holds', async () => {
    const steps = [and('f'), user('a'), user('b'), user('c'), and('j')];
    const one = (await begun([start('s'), ...steps, end('e'), flows('s>f>a>j>e', 'f>b>j', 'f>c>j')])).complete('a');
    await to(one, [
      start('s'),
      sub('p', start('ps'), ...steps, end('pe'), flows('ps>f>a>j>pe', 'f>b>j', 'f>c>j')),
      user('z'),
      end('e'),
      flows('s>p>z>e'),
    ]);
    one.complete('b').expectOpen('c').complete('c').expectOpen('z').complete('z').expectEnded();
  });

  it('in a sub-process, both put around at once', async () => {
    const one = await begun(flat);
    const inner = sub('q', start('qs'), user('a'), user('b'), end('qe'), flows('qs>a>b>qe'));
    await to(one, [
      start('s'),
      sub('p', start('ps'), inner, user('y'), end('pe'), flows('ps>q>y>pe')),
      end('e'),
      flows('s>p>e'),
    ]);
    one.complete('a').complete('b').expectOpen('y').complete('y').expectEnded();
  });

  it('put around some of the steps leaves the others outside', async () => {
    const one = await begun([
      start('s'),
      and('f'),
      user('a'),
      user('b'),
      and('j'),
      end('e'),
      flows('s>f>a>j>e', 'f>b>j'),
    ]);
    await to(one, [
      start('s'),
      and('f'),
      sub('p', start('ps'), user('a'), user('c'), end('pe'), flows('ps>a>c>pe')),
      user('b'),
      and('j'),
      end('e'),
      flows('s>f>p>j>e', 'f>b>j'),
    ]);
    one.complete('b').complete('a').expectOpen('c').complete('c').expectEnded();
  });

  it('taken away lets its steps go on outside, with its variables and without its timer', async () => {
    const before = [
      start('s'),
      sub('p', mappings({ input: { inner: '1' } }), start('ps'), user('a'), user('b'), end('pe'), flows('ps>a>b>pe')),
      boundary('t', 'p', timer({ duration: 'P5D' })),
      user('x'),
      end('e'),
      flows('s>p>e', 't>x>e'),
    ];
    const one = await begun(before);
    await to(one, [start('s'), user('a'), user('b'), script('k', 'inner + 1', 'sum'), end('e'), flows('s>a>b>k>e')]);
    expect([one.alarms(), notesOf(one)]).toEqual([[], ['p SCOPE_REMOVED']]);
    one.complete('a').expectOpen('b').complete('b').expectEnded().expectVariables({ sum: 2 });
  });

  it('taken away gives the outer join what it held, and a step may still be returned to', async () => {
    const steps = [and('f'), user('a'), user('b'), user('c'), and('j')];
    const one = (
      await begun([
        start('s'),
        sub('p', start('ps'), user('o'), ...steps, end('pe'), flows('ps>o>f>a>j>pe', 'f>b>j', 'f>c>j')),
        end('e'),
        flows('s>p>e'),
      ])
    )
      .complete('o')
      .complete('a');
    await to(one, [start('s'), user('o'), ...steps, end('e'), flows('s>o>f>a>j>e', 'f>b>j', 'f>c>j')]);
    one.send({ kind: 'returnTask', taskId: one.task('b').id, toElementId: 'o', siblings: 'cancel' }).expectOpen('o');
    one.complete('o').complete('a').complete('b').complete('c').expectEnded();
  });

  it.each([
    [
      'moved into one that was there before',
      [
        start('s'),
        and('f'),
        sub('p', start('ps'), user('b'), user('a'), end('pe'), flows('ps>b>a>pe')),
        user('y'),
        end('e'),
        flows('s>f>p>e', 'f>y>e'),
      ],
      'a',
    ],
    [
      'put into a multi-instance',
      [
        start('s'),
        sub('q', multi({ cardinality: '2' }), start('qs'), user('a'), end('qe'), flows('qs>a>qe')),
        sub('p', start('ps'), user('b'), end('pe'), flows('ps>b>pe')),
        end('e'),
        flows('s>q>p>e'),
      ],
      'a',
    ],
  ])('a step %s has no place', async (_, after, missing) => {
    const one = await begun([
      start('s'),
      and('f'),
      user('a'),
      sub('p', start('ps'), user('b'), end('pe'), flows('ps>b>pe')),
      end('e'),
      flows('s>f>a>e', 'f>p>e'),
    ]);
    expect(await unmappedIn(one, after)).toContain(missing);
  });

  it('renamed without a mapping is not taken for another one', async () => {
    const version = (id: string) => [
      start('s'),
      sub(id, start('ps'), user('a'), end('pe'), flows('ps>a>pe')),
      end('e'),
      flows(`s>${id}>e`),
    ];
    const one = await begun(version('p'));
    expect(await unmappedIn(one, version('q'))).toEqual(['a']);
    (await to(one, version('q'), { p: 'q' })).complete('a').expectEnded();
  });
});
