import { describe, expect, it } from 'vitest';
import { loadRulebook } from '../../definitions/load.ts';
import { and, end, flows, multi, start, sub, user, type Content } from '../support/bpmn.ts';
import { modelOf, person, play, type Play } from '../support/run.ts';

const rulebook = loadRulebook();
const to = async (one: Play, parts: readonly Content[], mapping?: Record<string, string>) =>
  one.send({ kind: 'migrate', to: 'P@2', model: await modelOf(...parts), ...(mapping ? { mapping } : {}) });
const begun = async (...parts: readonly Content[]) => play(await modelOf(...parts), { rulebook }).start();

describe('migration', () => {
  it('open tasks go on in the new version, by id', async () => {
    const one = await begun(start('s'), user('a'), end('e'), flows('s>a>e'));
    await to(one, [
      start('s'),
      user('a', { name: '新名称', 'ld:role': 'audit.staff' }),
      user('b'),
      end('e'),
      flows('s>a>b>e'),
    ]);
    expect(one.row('a')).toMatchObject({ name: '新名称', role: 'audit.staff' });
    expect(one.view().case).toMatchObject({ version: 2 });
    one.complete('a').expectOpen('b').complete('b').expectEnded();
  });

  it('by an explicit mapping, else by a name that is unique', async () => {
    const old = [start('s'), user('a', { name: '初核' }), end('e'), flows('s>a>e')] as const;
    const renamed = [start('s'), user('x', { name: '初核' }), user('y'), end('e'), flows('s>x>y>e')] as const;
    (await to(await begun(...old), renamed)).expectOpen('x');
    (await to(await begun(...old), renamed, { a: 'y' })).expectOpen('y').complete('y').expectEnded();
  });

  it('is refused whole when something has no place, and says what', async () => {
    const one = await begun(
      start('s'),
      and('f'),
      user('a'),
      user('b'),
      and('j'),
      end('e'),
      flows('s>f>a>j>e', 'f>b>j'),
    );
    const before = one.state;
    const gone = modelOf(start('s'), user('a'), end('e'), flows('s>a>e'));
    const model = await gone;
    let details: unknown;
    try {
      one.send({ kind: 'migrate', to: 'P@2', model });
    } catch (error) {
      details = (error as { details: unknown }).details;
    }
    expect(details).toEqual({ unmapped: [{ elementId: 'b', reason: '新版本中没有对应的节点' }] });
    expect(one.state).toEqual(before);
    expect(() => one.send({ kind: 'migrate', to: 'P@2', model }, { as: person('x') })).toThrow('管理人员');
  });

  it('tokens that wait in a join still count there', async () => {
    const one = (
      await begun(start('s'), and('f'), user('a'), user('b'), and('j'), end('e'), flows('s>f>a>j>e', 'f>b>j'))
    ).complete('a');
    await to(one, [
      start('s'),
      and('f'),
      user('a'),
      user('b'),
      and('j'),
      user('c'),
      end('e'),
      flows('s>f>a>j>c>e', 'f>b>j'),
    ]);
    one.complete('b').expectOpen('c');
  });

  it('alarms follow the new definition and keep the day the clock started', async () => {
    const one = (await begun(start('s'), user('a', { 'ld:due': 'P10D' }), end('e'), flows('s>a>e'))).move('P4D');
    expect(one.fired()).toEqual(['reminder']);
    await to(one, [start('s'), user('a', { 'ld:due': 'P20D' }), end('e'), flows('s>a>e')]);
    expect(one.row('a')).toMatchObject({ dueOn: '2026-03-22', clockFrom: '2026-03-02' });
    expect(one.alarms()[0]).toBe('reminder 2026-03-15T09:00:00+08:00');
  });

  it('a clock that the new version has not is gone, one that it has from the day the task opened', async () => {
    const timed = [start('s'), user('a', { 'ld:due': 'P10D' }), end('e'), flows('s>a>e')] as const;
    const plain = [start('s'), user('a'), end('e'), flows('s>a>e')] as const;
    expect((await to(await begun(...timed), plain)).alarms()).toEqual([]);
    const late = (await begun(...plain)).move('P3D');
    expect((await to(late, timed)).row('a')).toMatchObject({ dueOn: '2026-03-12', clockFrom: '2026-03-02' });
  });

  it('reaches into sub-processes and multi-instances', async () => {
    const version = (extra: readonly Content[]) => [
      start('s'),
      sub(
        'p',
        multi({ collection: 'units', element: 'unit' }),
        start('ps'),
        user('a'),
        ...extra,
        end('pe'),
        flows(extra.length > 0 ? 'ps>a>b>pe' : 'ps>a>pe'),
      ),
      end('e'),
      flows('s>p>e'),
    ];
    const one = play(await modelOf(...version([]))).start({ units: ['u1', 'u2'] });
    await to(one, version([user('b')]));
    one.expectOpen('a', 'a').complete('a').expectOpen('a', 'b').complete('a').complete('b').complete('b').expectEnded();
  });
});
