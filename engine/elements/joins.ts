import type { Element } from '../model.ts';
import { indexOf } from '../model-index.ts';
import { reaching } from '../reachability.ts';
import type { Instance } from '../state.ts';
import type { Step } from '../step.ts';
import { Stuck } from '../stuck.ts';
import { openIncident } from '../tokens/incident.ts';
import { goOn, openInstance } from '../tokens/instances.ts';
import { addTokens, releaseToken } from '../tokens/move.ts';

/** A token waits in a join of its scope. */
export function hold(step: Step, scopeId: string, joinId: string, flow: string): void {
  const scope = step.draft.instances.edit(scopeId);
  const waiting = scope.joins?.[joinId] ?? {};
  scope.joins = { ...scope.joins, [joinId]: { ...waiting, [flow]: (waiting[flow] ?? 0) + 1 } };
  releaseToken(step, scopeId);
}

/** The join keeps so much and lets go of the rest. */
export function keepHeld(step: Step, scopeId: string, joinId: string, kept: Readonly<Record<string, number>>): void {
  const scope = step.draft.instances.edit(scopeId);
  const { [joinId]: _taken, ...others } = scope.joins ?? {};
  const left = Object.entries(kept).filter(([, count]) => count > 0);
  const joins = left.length > 0 ? { ...others, [joinId]: Object.fromEntries(left) } : others;
  if (Object.keys(joins).length > 0) scope.joins = joins;
  else delete scope.joins;
}

/** All waiting tokens become one, which leaves the join. */
export function mergeHeld(step: Step, scope: Instance, join: Element): string {
  keepHeld(step, scope.id, join.id, {});
  addTokens(step, scope.id, 1);
  return openInstance(step, { element: join.id, ref: scope.ref, parent: scope.id, phase: 'flows' }).id;
}

/** No token moves in the scope any more but some wait in joins: an inclusive one fires, a parallel one is a deadlock. */
export function releaseJoins(step: Step, scope: Instance): void {
  const { order } = indexOf(step.modelOf(scope));
  const pending = Object.keys(scope.joins ?? {})
    .map((id) => step.element(scope.ref, id))
    .toSorted((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0));
  const inclusive = pending.filter(({ kind }) => kind === 'inclusiveGateway');
  const isFree = (join: Element) => !pending.some(({ id }) => reaching(step.modelOf(scope), join).has(id));
  const join = inclusive.find(isFree) ?? inclusive[0];
  if (join) {
    goOn(step, mergeHeld(step, scope, join), 'flows');
    return;
  }
  for (const deadlocked of pending.slice(0, 1)) {
    const cause = new Stuck(
      'DEADLOCK',
      `并行汇聚“${deadlocked.name ?? deadlocked.id}”等待的分支已不会到达`,
      '重试将以已到达的分支继续；流程有误时，改正后迁移案件',
    );
    openIncident(step, mergeHeld(step, scope, deadlocked), cause);
  }
}
