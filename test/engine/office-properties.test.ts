import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CaseError } from '../../domain/errors.ts';
import type { Act, Actor } from '../../engine/command.ts';
import { actsOf } from '../support/acts.ts';
import { besideOf } from '../support/acts-beside.ts';
import { hardDocument, hardScopes } from '../support/hard-scopes.ts';
import { faultsOf, untold } from '../support/invariants.ts';
import { everyone, modelsOf, person, play, type Play } from '../support/run.ts';

function expectSound(one: Play): void {
  expect([...faultsOf(one.state, one.models), ...untold(one.state, one.entries)]).toEqual([]);
}

/** A refused command changes nothing, and is refused with a code. */
function isAccepted(one: Play, act: Act, as: Actor | null): boolean {
  const { state } = one;
  try {
    one.send(act, { as, reason: '试' });
    return true;
  } catch (error) {
    expect(error).toBeInstanceOf(CaseError);
    expect(one.state).toBe(state);
    return false;
  }
}

/** Whatever state it is in, an operator can end it, and then nothing of it is left. */
function putAway(one: Play): void {
  for (const [caseId, { for: what }] of Object.entries(one.state.expected ?? {})) {
    const kind = what === 'merge' ? 'mergeRefused' : 'splitRefused';
    one.send({ kind, caseId, code: 'CASE_ENDED', message: '已办结' }, { as: null });
  }
  for (const { childId, instance, status } of Object.values(one.state.children)) {
    if (status !== 'opening' && status !== 'running') continue;
    const over = { kind: 'childEnded', childId, instanceId: instance, status: 'completed', variables: {} } as const;
    one.send(over, { as: null });
  }
  if (one.state.status === 'suspended') one.send({ kind: 'resumeCase' });
  if (one.state.status !== 'completed') one.send({ kind: 'cancelCase' });
  expectSound(one);
  expect(one.state.instances).toEqual({});
}

const boss: Actor = { ...person('boss', 'supervisor'), operator: true };
const head: Actor = { ...person('head', 'cdi.head'), operator: true };
const actors = [everyone, boss, head, person('u1', 'r'), person('u2', 'r')] as const;

/** More of them: `SOAK_RUNS=2000 vitest run --project engine test/engine/office-properties.test.ts`; a failure prints its seed. */
const runs = Number(process.env['SOAK_RUNS'] ?? 12);

describe.each(Object.entries(hardScopes))('%s', { timeout: 60_000 + runs * 1_000 }, (_, content) => {
  it.each([
    ['one person', {}],
    ['two persons', { 'ld:corrections': 'two-persons' }],
  ])('stays sound whatever an office and its operators do, corrected by %s', async (_, attributes) => {
    const [model, ...called] = await modelsOf(hardDocument(content, attributes));
    if (!model) throw new Error('no process');
    const elements = [model, ...called].flatMap((one) => Object.keys(one.elements));
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(1000), fc.nat(1000), fc.nat(1000)), { minLength: 10, maxLength: 40 }),
        (acts) => {
          const one = play(model, { called, trial: false }).start();
          for (const [kind, pick, other] of acts) {
            expectSound(one);
            if (one.state.status === 'completed' || one.state.status === 'cancelled') break;
            const as = actors[other % actors.length] ?? everyone;
            const choice = { kind, pick, other };
            const tried = pick % 3 === 0 ? besideOf(one.state, choice, elements) : actsOf(one.state, choice, elements);
            for (const act of tried) if (isAccepted(one, act, as)) break;
            if (other % 4 === 0) one.move('P1D');
          }
          expectSound(one);
          expect(one.again().state).toEqual(one.state);
          putAway(one);
        },
      ),
      { numRuns: runs },
    );
  });
});
