import type { Instance } from '../state.ts';
import type { Step } from '../step.ts';
import { closeInstance, openInstance } from '../tokens/instances.ts';
import { addTokens } from '../tokens/move.ts';
import { setOwn } from '../scopes/variables.ts';
import { heldIn } from './placement.ts';
import type { Placement } from './placement.ts';
import { earliest, sinceOf } from './since.ts';

/** Instance of a scope and sub-processes around it → the instance of the innermost. */
type NewScopes = ReadonlyMap<string, string>;

const scopeKey = (anchor: string, chain: readonly string[]): string => [anchor, ...chain].join(' ');

/** Sub-processes that the new version has put around tokens come to be; the tokens stand in them as if they had come in by the start. */
export function wrap(step: Step, to: string, { around }: Placement): NewScopes {
  const made = new Map<string, string>();
  const scopeOf = (anchor: string, chain: readonly string[]): string => {
    const element = chain.at(-1);
    if (element === undefined) return anchor;
    const key = scopeKey(anchor, chain);
    const known = made.get(key);
    if (known !== undefined) return known;
    const parent = scopeOf(anchor, chain.slice(0, -1));
    addTokens(step, parent, 1);
    const opened = openInstance(step, { element, ref: to, parent, phase: 'wait' });
    step.journal('element-entered', { elementId: element }, { instanceId: opened.id });
    made.set(key, opened.id);
    return opened.id;
  };
  for (const { id, parent } of step.draft.instances.rows()) {
    const chain = around.get(id);
    if (!chain || parent === null) continue;
    const scope = scopeOf(parent, chain);
    addTokens(step, parent, -1);
    addTokens(step, scope, 1);
    notedSince(step, scope, id);
    reparent(step, id, scope);
  }
  for (const { id, joins = {} } of step.draft.instances.rows()) {
    for (const [join, held] of Object.entries(joins)) {
      const chain = around.get(heldIn(id, join));
      if (chain) moveJoin(step, { from: id, into: scopeOf(id, chain), join, held });
    }
  }
  for (const id of made.values()) {
    if (step.draft.instances.need(id).active === 0) step.next.push({ do: 'settle', scope: id });
  }
  return made;
}

/** Sub-processes that the new version does without: what is in them goes on in the scope around, innermost first. */
export function dissolve(step: Step, { dissolved }: Placement): void {
  for (const id of dissolved.toReversed()) {
    const { parent, active, joins = {}, done = [], variables, element } = step.draft.instances.need(id);
    if (parent === null) continue;
    for (const child of step.draft.instances.of(id)) reparent(step, child.id, parent);
    addTokens(step, parent, active - 1);
    for (const [join, held] of Object.entries(joins)) moveJoin(step, { from: id, into: parent, join, held });
    const outer = step.draft.instances.edit(parent);
    if (done.length > 0) outer.done = [...(outer.done ?? []), ...done];
    const own = Object.entries(variables ?? {}).filter(([name]) => !Object.hasOwn(outer.variables ?? {}, name));
    if (own.length > 0) setOwn(step, parent, Object.fromEntries(own));
    step.journal('element-left', { elementId: element });
    closeInstance(step, id);
  }
}

function reparent(step: Step, id: string, parent: string): void {
  const row: Instance = { ...step.draft.instances.need(id), parent };
  step.draft.instances.remove(id);
  step.draft.instances.add(id, row);
  step.contexts.clear();
}

interface JoinMove {
  readonly from: string;
  readonly into: string;
  /** By its id of the new version already. */
  readonly join: string;
  readonly held: Readonly<Record<string, number>>;
}

function moveJoin(step: Step, { from, into, join, held }: JoinMove): void {
  const [left, taken] = [step.draft.instances.edit(from), step.draft.instances.edit(into)];
  const { [join]: _moved, ...others } = left.joins ?? {};
  if (Object.keys(others).length > 0) left.joins = others;
  else delete left.joins;
  taken.joins = { ...taken.joins, [join]: sumOf(taken.joins?.[join] ?? {}, held) };
}

export function sumOf(
  one: Readonly<Record<string, number>>,
  other: Readonly<Record<string, number>>,
): Readonly<Record<string, number>> {
  const sum: Record<string, number> = { ...one };
  for (const [flow, count] of Object.entries(other)) sum[flow] = (sum[flow] ?? 0) + count;
  return sum;
}

/** A new scope is there since the earliest of what it holds, so that its timers count from then. */
function notedSince(step: Step, scopeId: string, id: string): void {
  const scope = step.draft.instances.edit(scopeId);
  const since = earliest(sinceOf(step, step.draft.instances.need(id)), scope.since);
  if (since !== null) scope.since = since;
}
