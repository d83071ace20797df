import { randomInt } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { CaseError } from '../../domain/errors.ts';
import type { Act } from '../../engine/command.ts';
import type { CaseState } from '../../engine/state.ts';
import { caseWorkflowId, caseStateQuery } from '../../workflows/case.messages.ts';
import { actsOf } from '../support/acts.ts';
import { blocks, drawn } from '../support/blocks.ts';
import { bpmn, process as procedure } from '../support/bpmn.ts';
import { faultsOf } from '../support/invariants.ts';
import { modelsOf } from '../support/run.ts';
import { insist, insistOn, mortalSystem, numbersFrom } from './killing.ts';
import type { MortalSystem } from './killing.ts';
import { commandOf, open, publish } from './procedure.ts';
import type { OpenedCase } from './procedure.ts';

/** The same seed does and kills the same: LIANDONG_KILL_SEED=7 LIANDONG_KILL_CASES=20 vitest run … */
const seed = Number(process.env['LIANDONG_KILL_SEED'] ?? randomInt(1_000_000));
const cases = Number(process.env['LIANDONG_KILL_CASES'] ?? 2);
const actsEach = 12;

let mortal: MortalSystem;
beforeAll(async () => {
  mortal = await mortalSystem();
});
afterAll(() => mortal.stop());

const stateOf = ({ id }: OpenedCase): Promise<CaseState> =>
  insistOn(async () => {
    try {
      return await mortal.system.client.workflow.getHandle(caseWorkflowId(id)).query(caseStateQuery);
    } catch (error) {
      if (error instanceof CaseError) throw error;
      throw new CaseError('UNAVAILABLE', String(error));
    }
  });

/** Sends one command after the other until one is accepted; answers its id. */
async function firstAccepted(one: OpenedCase, acts: readonly Act[], name: string): Promise<string | null> {
  for (const [index, act] of acts.entries()) {
    const id = `${name}.${index}`;
    try {
      await insist(mortal.system, one.id, commandOf(act, { id }));
      return id;
    } catch (error) {
      if (!(error instanceof CaseError)) throw error;
    }
  }
  return null;
}

const isOver = ({ status }: CaseState): boolean => status === 'completed' || status === 'cancelled';

it(
  `${cases} generated procedures keep whole whatever an office does and whatever is killed (seed ${seed})`,
  { timeout: 120_000 + cases * 120_000, retry: 0 }, // a seed that fails once has found a fault
  async () => {
    console.log(`LIANDONG_KILL_SEED=${seed}`);
    const random = numbersFrom(seed);
    const number = (): number => Math.floor(random() * 1000);
    const killed: string[] = [];
    for (const [index, block] of fc.sample(blocks, { seed, numRuns: cases }).entries()) {
      const xml = bpmn(procedure(`Office${index}`, ...drawn(block)));
      await publish(mortal.system, xml);
      const [model] = await modelsOf(xml);
      const one = await open(mortal.system, `Office${index}`);
      const accepted: string[] = [];
      let state = await stateOf(one);
      const sound = (): void => expect(faultsOf(state, model ? { [state.model]: model } : {})).toEqual([]);
      const take = async (acts: readonly Act[], name: string): Promise<void> => {
        const id = await firstAccepted(one, acts, name);
        if (id !== null) accepted.push(id);
        state = await stateOf(one);
        sound();
      };
      for (let turn = 0; turn < actsEach && !isOver(state); turn += 1) {
        const acts = actsOf(state, { kind: number(), pick: number(), other: number() });
        const [what] = await Promise.all([
          random() < 0.25 ? mortal.killSomething(random) : null,
          take(acts, `act-${turn}`),
        ]);
        if (what) killed.push(what);
      }
      for (let turn = 0; turn < 500 && !isOver(state); turn += 1) await take(onwards(state), `end-${turn}`);
      expect(state.status).toBe('completed');
      const journal = await mortal.system.rows<{ command_id: string }>(
        'select distinct on (seq) command_id from journal where case_id = $1 order by seq',
        [one.id],
      );
      const commands = journal.map(({ command_id }) => command_id).filter((id) => /^(?:act|end)-/.test(id));
      expect(commands).toEqual(accepted);
    }
    console.log(`killed: ${killed.join(' ')}`);
    expect(await mortal.system.verify()).toEqual({ sound: cases, faults: [] });
  },
);

/** What brings a case nearer to its end. */
function onwards({ status, tasks }: CaseState): readonly Act[] {
  if (status === 'suspended') return [{ kind: 'resumeCase' }];
  const [first] = Object.values(tasks).filter((task) => task.status === 'open' || task.status === 'suspended');
  if (!first) return [];
  if (first.status === 'suspended') return [{ kind: 'resumeTask', taskId: first.id }];
  const [outcome] = first.outcomes;
  return [{ kind: 'completeTask', taskId: first.id, ...(outcome ? { outcome } : {}) }];
}
