import { describe, expect, it } from 'vitest';
import {
  association,
  boundary,
  compensate,
  end,
  eventSub,
  flows,
  start,
  sub,
  throws,
  user,
  type Content,
} from '../support/bpmn.ts';
import { begun, notesOf, to, unmappedIn } from '../support/migrating.ts';
import type { Play } from '../support/run.ts';

/** A sub-process that is undone by its own compensation event sub-process, which undoes its steps in turn. */
const version = (handler: readonly Content[] | null, more: readonly Content[] = []): readonly Content[] => [
  start('s'),
  sub(
    'inner',
    start('is'),
    user('a'),
    boundary('ca', 'a', compensate()),
    user('ua', { isForCompensation: true }),
    association('ca', 'ua'),
    end('ie'),
    flows('is>a>ie'),
    ...(handler === null ? [] : [eventSub('h', start('hs', compensate()), ...handler)]),
  ),
  user('b'),
  throws('t', compensate()),
  user('z'),
  end('e'),
  flows('s>inner>b>t>z>e'),
  ...more,
];
const handler = [user('x'), throws('ht', compensate()), user('y'), end('he'), flows('hs>x>ht>y>he')];

const undoing = async () => (await begun(version(handler))).complete('a').complete('b').expectOpen('x');

describe('a migration while a compensation event sub-process undoes', () => {
  it.each([
    ['before it throws on', (one: Play) => one, ['x', 'ua', 'y', 'z']],
    ['while a step of its scope is undone', (one: Play) => one.complete('x'), ['ua', 'y', 'z']],
    ['after that', (one: Play) => one.complete('x').complete('ua'), ['y', 'z']],
  ] as const)('goes on where it stands: %s', async (_, reach, left) => {
    const one = reach(await undoing());
    await to(one, version(handler, [user('other'), start('unused'), end('unused2'), flows('unused>other>unused2')]));
    for (const step of left) one.expectOpen(step).complete(step);
    one.expectEnded();
    expect(notesOf(one)).toEqual([]);
  });

  it('is refused when the new version has no such handler', async () => {
    const version1 = await undoing();
    expect(await unmappedIn(version1, version(null))).toContain('h');
    const inside = version1.complete('x');
    expect(await unmappedIn(inside, version(null))).toContain('h');
  });

  it('takes the steps that the new handler has put behind', async () => {
    const longer = [user('x'), throws('ht', compensate()), user('y'), user('w'), end('he'), flows('hs>x>ht>y>w>he')];
    const one = (await undoing()).complete('x').expectOpen('ua');
    await to(one, version(longer));
    one.complete('ua').complete('y').expectOpen('w').complete('w').expectOpen('z').complete('z').expectEnded();
  });

  it('tells, before anything is undone, that it no longer can be', async () => {
    const one = (await begun(version(handler))).complete('a').expectOpen('b');
    await to(one, version(null));
    expect(notesOf(one)).toEqual(['inner UNDO_LOST']);
  });
});
