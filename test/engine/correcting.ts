import { expect } from 'vitest';
import type { Actor } from '../../engine/command.ts';
import type { Instruction } from '../../engine/correction.ts';
import { and, end, flows, start, user } from '../support/bpmn.ts';
import { faultsOf, untold } from '../support/invariants.ts';
import { modelOf, person, type Play } from '../support/run.ts';

export const reason = '更正差错';
export const boss: Actor = { ...person('boss', 'supervisor'), operator: true };

/** One correction; nothing may be lost or doubled by it. */
export function correct(
  one: Play,
  instructions: readonly Instruction[],
  more: { force?: boolean; as?: Actor } = {},
): Play {
  const { force, as = boss } = more;
  one.send({ kind: 'correctCase', instructions, ...(force ? { force } : {}) }, { as, reason });
  expect([...faultsOf(one.state, one.models), ...untold(one.state, one.entries)]).toEqual([]);
  return one;
}

/** a, b and c one after the other. */
export const line = () => modelOf(start('s'), user('a'), user('b'), user('c'), end('e'), flows('s>a>b>c>e'));

/** a, then the branches b1–b2 and c1–c2 side by side, then d. */
export const forked = () =>
  modelOf(
    start('s'),
    user('a'),
    and('f'),
    user('b1'),
    user('b2'),
    user('c1'),
    user('c2'),
    and('j'),
    user('d'),
    end('e'),
    flows('s>a>f>b1>b2>j>d>e', 'f>c1>c2>j'),
  );
