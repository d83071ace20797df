import { describe, expect, it } from 'vitest';
import {
  and,
  association,
  boundary,
  call,
  compensate,
  end,
  flows,
  message,
  start,
  throws,
  user,
  xor,
  bpmn,
  process,
  element,
} from '../support/bpmn.ts';
import { begun, notesOf, refusal, to, unmappedIn } from '../support/migrating.ts';
import { modelOf, modelsOf, play } from '../support/run.ts';

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
