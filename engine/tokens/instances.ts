import type { Mutable } from '../draft.ts';
import type { Instance, Phase } from '../state.ts';
import type { Step } from '../step.ts';
import { forget } from './forget.ts';

type Opening = Pick<Instance, 'element' | 'ref' | 'parent'> & Partial<Instance>;

/** A new living node; it takes over the token that arrived, so the scope's count stays. */
export function openInstance(step: Step, opening: Opening): Mutable<Instance> {
  const id = step.draft.nextId('i');
  const since = step.draft.case.engineVersion < 2 ? {} : { since: step.now };
  const instance: Instance = { kind: 'node', phase: 'enter', active: 0, variables: null, ...since, ...opening, id };
  step.budget.instances -= 1;
  step.draft.instances.add(id, instance);
  return step.draft.instances.edit(id);
}

/** The node is gone, its token is on its way again (or taken away by the caller). */
export function closeInstance(step: Step, id: string): void {
  forget(step, id);
  step.draft.instances.remove(id);
  step.contexts.delete(id);
  step.budget.instances += 1;
}

/** Takes an instance away with everything inside it; the token it held is the caller's to place. */
export function cancelInstance(step: Step, id: string): void {
  for (const inside of insideOf(step, id).toReversed()) takeAway(step, inside);
  takeAway(step, id);
}

/**
 * Takes away everything inside a scope, tokens on joins too. What is kept stays, with what it contains and the scopes
 * between; these count anew.
 */
export function emptyScope(step: Step, scopeId: string, ...kept: readonly string[]): void {
  const stays = new Set<string>();
  const counted = new Set([scopeId]);
  for (const id of kept) {
    for (const inside of [id, ...insideOf(step, id)]) stays.add(inside);
    for (let outer = parentOf(step, id); outer !== null && outer !== scopeId; outer = parentOf(step, outer)) {
      stays.add(outer);
      counted.add(outer);
    }
  }
  for (const inside of insideOf(step, scopeId).toReversed()) if (!stays.has(inside)) takeAway(step, inside);
  for (const id of counted) {
    dropJobsOf(step, id);
    const scope = step.draft.instances.edit(id);
    scope.active = step.draft.instances.of(id).length;
    delete scope.joins;
  }
}

const parentOf = (step: Step, id: string): string | null => step.draft.instances.need(id).parent;

/** Everything inside, outer nodes before inner ones. */
export function insideOf(step: Step, id: string): string[] {
  const found = step.draft.instances.of(id).map((child) => child.id);
  for (const inside of found) found.push(...step.draft.instances.of(inside).map((child) => child.id));
  return found;
}

export function setPhase(step: Step, id: string, phase: Phase): void {
  if (step.draft.instances.need(id).phase !== phase) step.draft.instances.edit(id).phase = phase;
}

/** The instance goes on with a phase, as soon as what was asked for before is done. */
export function goOn(step: Step, id: string, phase: Phase): void {
  setPhase(step, id, phase);
  step.next.push({ do: 'run', instance: id });
}

function takeAway(step: Step, id: string): void {
  const instance = step.draft.instances.need(id);
  if (instance.kind === 'node') {
    step.journal('element-cancelled', { elementId: instance.element }, { instanceId: id });
  }
  dropJobsOf(step, id);
  closeInstance(step, id);
}

/** Tokens on their way inside a scope that is taken away go with it. */
function dropJobsOf(step: Step, id: string): void {
  for (const jobs of [step.jobs, step.next]) {
    const kept = jobs.filter((job) => (job.do === 'run' ? job.instance !== id : job.scope !== id));
    jobs.splice(0, jobs.length, ...kept);
  }
}
