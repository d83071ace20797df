import { describe, expect, it } from 'vitest';
import {
  and,
  association,
  boundary,
  call,
  compensate,
  end,
  flows,
  mappings,
  message,
  multi,
  or,
  script,
  start,
  sub,
  throws,
  timer,
  user,
  xor,
  bpmn,
  process,
  element,
  type Content,
} from '../support/bpmn.ts';
import { begun, notesOf, refusal, to, unmappedIn } from '../support/migrating.ts';
import { modelOf, modelsOf, play } from '../support/run.ts';

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

describe('the mapping', () => {
  it('by name takes what bears the name alone in both versions, and never what is there under its own id', async () => {
    const old = [start('s'), user('a', { name: '复核' }), user('b', { name: '审批' }), end('e'), flows('s>a>b>e')];
    const one = await begun(old);
    const bTookTheName = [start('s'), user('b', { name: '复核' }), end('e'), flows('s>b>e')];
    expect(await unmappedIn(one, bTookTheName)).toEqual(['a']);
    const twice = [
      start('s'),
      user('x', { name: '复核' }),
      user('y', { name: '复核' }),
      user('b', { name: '审批' }),
      end('e'),
      flows('s>x>y>b>e'),
    ];
    expect(await unmappedIn(one, twice)).toEqual(['a']);
    const moved = [start('s'), user('x', { name: '复核' }), user('b', { name: '审批' }), end('e'), flows('s>x>b>e')];
    (await to(one, moved)).expectOpen('x');
  });

  it('takes an id that another kind of element bears now for gone', async () => {
    const one = await begun([start('s'), user('t1', { name: '受理' }), end('e'), flows('s>t1>e')]);
    (await to(one, [start('s'), xor('t1'), user('t2', { name: '受理' }), end('e'), flows('s>t1>t2>e')])).expectOpen(
      't2',
    );
  });

  it('that names what there is not is refused with everything wrong in it', async () => {
    const one = await begun([start('s'), user('a'), end('e'), flows('s>a>e')]);
    const answer = await refusal(one, [start('s'), user('a'), end('e'), flows('s>a>e')], { nobody: 'a', a: 'nowhere' });
    expect(answer).toMatchObject({
      code: 'INVALID_MAPPING',
      defects: [{ elementId: 'nobody' }, { elementId: 'nowhere' }],
    });
  });

  it('may bring two steps to one', async () => {
    const one = await begun([start('s'), and('f'), user('a'), user('b'), end('e'), flows('s>f>a>e', 'f>b>e')]);
    await to(one, [start('s'), user('c'), end('e'), flows('s>c>e')], { a: 'c', b: 'c' });
    one.expectOpen('c', 'c').complete('c').complete('c').expectEnded();
  });

  it('to the version that the case has is refused', async () => {
    const parts = [start('s'), user('a'), end('e'), flows('s>a>e')];
    const one = await begun(parts);
    const model = await modelOf(...parts);
    expect(() => one.send({ kind: 'migrate', to: 'P@1', model })).toThrow('已经是该版本');
  });
});

describe('a case that is not just waiting', () => {
  const plain = (...ids: readonly string[]) => [
    start('s'),
    ...ids.map((id) => user(id)),
    end('e'),
    flows(['s', ...ids, 'e'].join('>')),
  ];

  it('suspended is moved and stays suspended', async () => {
    const one = (await begun(plain('a'))).send({ kind: 'suspendCase' });
    await to(one, plain('a', 'b'));
    one.expectStatus('suspended');
    one.send({ kind: 'resumeCase' }).complete('a').expectOpen('b');
  });

  it('suspended with a message held for it takes it in the new version', async () => {
    const version = (name: string) => [
      start('s'),
      user('a'),
      boundary('m', 'a', message(name)),
      user('x'),
      end('e'),
      flows('s>a>e', 'm>x>e'),
    ];
    const one = (await begun(version('M'))).send({ kind: 'suspendCase' });
    one.send({ kind: 'message', name: 'N' }, { as: null });
    await to(one, version('N'));
    one.send({ kind: 'resumeCase' }).expectOpen('x');
  });

  it('with an incident goes on by a retry in the version that has no such defect', async () => {
    const version = (feel: string) => [start('s'), xor('g'), user('a'), end('e'), flows(`s>g>a[${feel}]>e`)];
    const one = await begun(version('amount > 5'));
    one.expectIncident('NO_FLOW');
    (await to(one, version('true'))).retry().expectOpen('a');
  });

  it('with a new data object has its value', async () => {
    const data = (name: string, value: string) => element('dataObject', { id: name, name, 'ld:value': value });
    const one = await begun(plain('a'));
    await to(one, [...plain('a'), data('limit', '7')]);
    expect(one.view().case.status).toBe('running');
  });

  it('that could be undone says what no longer can', async () => {
    const undoable = (withUndo: boolean) => [
      start('s'),
      user('a'),
      ...(withUndo
        ? [boundary('cb', 'a', compensate()), user('undo', { isForCompensation: true }), association('cb', 'undo')]
        : []),
      user('b'),
      throws('t', compensate()),
      end('e'),
      flows('s>a>b>t>e'),
    ];
    const kept = (await begun(undoable(true))).complete('a');
    await to(kept, undoable(true));
    kept.complete('b').expectOpen('undo');
    const lost = (await begun(undoable(true))).complete('a');
    await to(lost, undoable(false));
    expect(notesOf(lost)).toEqual(['a UNDO_LOST']);
    lost.complete('b').expectEnded();
    const undoing = (await begun(undoable(true))).complete('a').complete('b').expectOpen('undo');
    expect(await unmappedIn(undoing, undoable(false))).toEqual(['undo']);
  });

  it('that another agency’s track hangs on waits for it in the new version', async () => {
    const version = (...ids: readonly string[]) => [
      start('s'),
      call('c', 'Track', { 'ld:case': 'child' }),
      ...ids.map((id) => user(id)),
      end('e'),
      flows(['s', 'c', ...ids, 'e'].join('>')),
    ];
    const one = await begun(version());
    const child = Object.values(one.state.children)[0]!;
    await to(one, version('after'));
    one.send(
      { kind: 'childEnded', instanceId: child.instance, childId: child.childId, status: 'completed', variables: {} },
      { as: null },
    );
    one.expectOpen('after');
  });
});

describe('a called process inside the case', () => {
  const calling = async () => {
    const [called] = await modelsOf(bpmn(process('Sub', start('ss'), user('x'), end('se'), flows('ss>x>se'))));
    const [later] = await modelsOf(
      bpmn(process('Sub', start('ss'), user('x', { name: '新名' }), user('y'), end('se'), flows('ss>x>y>se'))),
    );
    const caller = [start('s'), call('c', 'Sub'), user('after'), end('e'), flows('s>c>after>e')];
    return { one: play(await modelOf(...caller), { called: [called!] }).start(), later: later!, caller };
  };

  it('stays on its version when the caller moves', async () => {
    const { one, caller } = await calling();
    await to(
      one,
      caller.map((part) => part),
    );
    one.complete('x').expectOpen('after');
    expect(one.view().case.version).toBe(2);
  });

  it('moves by itself, and the caller stays', async () => {
    const { one, later } = await calling();
    one.send({ kind: 'migrate', from: 'Sub@1', to: 'Sub@2', model: later });
    expect([one.row('x').name, one.view().case.version]).toEqual(['新名', 1]);
    one.complete('x').expectOpen('y').complete('y').expectOpen('after').complete('after').expectEnded();
  });

  it('that the case does not run cannot be moved', async () => {
    const { one, later } = await calling();
    expect(() => one.send({ kind: 'migrate', from: 'Sub@7', to: 'Sub@2', model: later })).toThrow('没有按该版本');
  });
});
