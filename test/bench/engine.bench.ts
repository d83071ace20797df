/**
 * The engine alone, as counts a second of the processor (what else runs on the machine does not count) and as ratios between
 * sizes of a definition: advance of a 30-element definition without expressions, compilation of 500 elements, an inclusive
 * join among many branches.
 */
import { cpuUsage } from 'node:process';
import type { CaseEnvironment } from '../../engine/advance.types.ts';
import { advance } from '../../engine/advance.ts';
import type { Actor, Command } from '../../engine/command.ts';
import { compile } from '../../engine/compile/compile.ts';
import type { ProcessModel } from '../../engine/model.ts';
import { newCase } from '../../engine/new-case.ts';
import type { CaseState } from '../../engine/state.ts';
import { loadRulebook } from '../../definitions/load.ts';
import { bpmn, end, flows, or, process, start, user } from '../support/bpmn.ts';
import { median } from './closed-loop.ts';

const actor: Actor = { user: 'bench', name: '量测', agency: null, roles: [], everyRole: true };
const rulebook = loadRulebook();
const noon = Date.UTC(2026, 8, 18, 4);

export async function benchEngine(): Promise<void> {
  const chain = await modelOf(chainOf(28));
  const perSecond = rounds(() => walkThrough(chain, 400));
  console.log(`advance, 30 elements, no expressions: ${Math.round(perSecond)} steps a second`);
  const small = await seconds(() => modelOf(chainOf(123)));
  const large = await seconds(() => modelOf(chainOf(498)));
  console.log(`compile, 500 elements: ${(large * 1000).toFixed(0)} ms, ×${(large / small).toFixed(1)} of 125 elements`);
  const growth = async (documentOf: (branches: number) => string): Promise<string> =>
    `×${((await stepSeconds(documentOf(496))) / (await stepSeconds(documentOf(124)))).toFixed(1)}`;
  console.log(
    `inclusive join, a step in 500 elements: ${await growth(joined)} of one in 128 (linear would be ×4); without a join ${await growth(apart)}, for the state is as much larger`,
  );
}

const chainOf = (tasks: number): string => {
  const ids = Array.from({ length: tasks }, (_, index) => `t${index}`);
  return bpmn(
    process('Chain', start('s'), ...ids.map((id) => user(id)), end('e'), flows(['s', ...ids, 'e'].join(' > '))),
  );
};

const branchesOf = (count: number): readonly string[] => Array.from({ length: count }, (_, index) => `b${index}`);

const joined = (count: number): string => {
  const ids = branchesOf(count);
  const nodes = [start('s'), or('split'), ...ids.map((id) => user(id)), or('join'), end('e')];
  return bpmn(
    process('Branches', ...nodes, flows('s > split', ...ids.map((id) => `split > ${id} > join`), 'join > e')),
  );
};

/** The same with an end for every branch. */
const apart = (count: number): string => {
  const ids = branchesOf(count);
  const nodes = [start('s'), or('split'), ...ids.flatMap((id) => [user(id), end(`e${id}`)])];
  return bpmn(process('Branches', ...nodes, flows('s > split', ...ids.map((id) => `split > ${id} > e${id}`))));
};

async function modelOf(xml: string): Promise<ProcessModel> {
  const { processes, defects } = await compile(xml);
  const [model] = processes;
  if (!model) throw new Error(JSON.stringify(defects));
  return model;
}

/** Steps a second of cases that are taken from start to end, one task after another. */
function walkThrough(model: ProcessModel, cases: number): number {
  const environment = environmentOf(model);
  const from = cpuUsage();
  let steps = 0;
  for (let index = 0; index < cases; index++) {
    let state = opened(environment, model);
    while (state.status === 'running') {
      state = completed(environment, state, steps);
      steps += 1;
    }
  }
  const { user: own, system } = cpuUsage(from);
  return (steps * 1_000_000) / (own + system);
}

/** Median seconds of a step that leaves most branches open. */
async function stepSeconds(xml: string): Promise<number> {
  const model = await modelOf(xml);
  const environment = environmentOf(model);
  const times: number[] = [];
  for (let round = 0; round < 5; round++) {
    let state = opened(environment, model);
    for (let step = 0; step < 40; step++) {
      const from = performance.now();
      state = completed(environment, state, step);
      times.push(performance.now() - from);
    }
  }
  return median(times) / 1000;
}

const environmentOf = (model: ProcessModel): CaseEnvironment => ({ models: { [`${model.key}@1`]: model }, rulebook });

function opened(environment: CaseEnvironment, model: ProcessModel): CaseState {
  const blank = newCase({
    caseId: 'c',
    title: '量测',
    model: `${model.key}@1`,
    trial: false,
    startsOn: '2026-09-18',
    openedBy: actor.user,
    parent: null,
  });
  return apply(environment, blank, 'start', { kind: 'start', variables: {} });
}

function completed(environment: CaseEnvironment, state: CaseState, index: number): CaseState {
  const task = Object.values(state.tasks).find(({ status }) => status === 'open');
  if (!task) throw new Error(`no open task in ${state.status}`);
  return apply(environment, state, `c${index}`, { kind: 'completeTask', taskId: task.id });
}

function apply(environment: CaseEnvironment, state: CaseState, id: string, act: Act): CaseState {
  return advance(environment, state, { id, bodyHash: '', actor, receivedAt: noon, ...act } as Command, noon).state;
}

type Act = { kind: 'start'; variables: Record<string, never> } | { kind: 'completeTask'; taskId: string };

const rounds = (measure: () => number): number => median(Array.from({ length: 5 }, measure));

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < 5; round++) {
    const from = performance.now();
    await work();
    times.push((performance.now() - from) / 1000);
  }
  return median(times);
}
