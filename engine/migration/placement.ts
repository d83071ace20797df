import type { Element } from '../model.ts';
import type { Instance } from '../state.ts';
import type { Step } from '../step.ts';
import { idOf } from './mapping.ts';
import type { ModelMapping } from './mapping.ts';

interface Unmapped {
  readonly elementId: string;
  readonly reason: string;
}

/** Where everything of a case that stands in the old version will stand in the new one. */
export interface Placement {
  /** Sub-processes that the new version does without: what is in them moves out. */
  readonly dissolved: readonly string[];
  /** Sub-processes that the new version has put around it, outermost first, under the scope that holds it: a token by its id, a join by `heldIn`. */
  readonly around: ReadonlyMap<string, readonly string[]>;
  /** Everything that has no place. */
  readonly unmapped: readonly Unmapped[];
}

const elsewhere = '新版本中对应的节点在另一个子流程中';

/** The tokens that a join of the new version holds in a scope. */
export const heldIn = (scopeId: string, joinId: string): string => `${scopeId} ${joinId}`;

export function placementOf(step: Step, ids: readonly string[], mapping: ModelMapping): Placement {
  const moving = ids.map((id) => step.draft.instances.need(id));
  const gone = moving.filter((one) => one.kind !== 'process' && idOf(mapping.target(one.element)) === null);
  const dissolved = gone.filter((one) => isPlainScope(step.elementOf(one), one)).map(({ id }) => id);
  const places = new Places(step, mapping, new Set(dissolved));
  for (const instance of moving) {
    if (instance.kind !== 'process' && !dissolved.includes(instance.id)) places.put(instance);
    places.putJoins(instance);
  }
  return { dissolved, around: places.around, unmapped: onceEach(places.unmapped) };
}

/** A sub-process that does nothing but contain: it may be put around steps that are under way, or taken away. */
function isPlainScope(element: Element | undefined, { loopCounter, undoFor }: Partial<Instance> = {}): boolean {
  if (element === undefined || element.loop || element.eventSubProcess || element.forCompensation) return false;
  return element.children !== undefined && loopCounter === undefined && undoFor === undefined;
}

class Places {
  readonly around = new Map<string, readonly string[]>();
  readonly unmapped: Unmapped[] = [];
  readonly #known: ReadonlySet<string>;

  constructor(
    readonly step: Step,
    readonly mapping: ModelMapping,
    readonly dissolved: ReadonlySet<string>,
  ) {
    const targets = Object.keys(mapping.from.elements).map((id) => idOf(mapping.target(id)));
    this.#known = new Set(targets.filter((id) => id !== null));
  }

  put(instance: Instance): void {
    const { id, element, parent, loopCounter, undo = [] } = instance;
    const target = this.mapping.target(element);
    if ('reason' in target) return this.miss(element, target.reason);
    for (const record of undo) this.needUndo(record.element, record.handler);
    // One of a multi-instance stands in its body, wherever that stands.
    if (parent === null || loopCounter !== undefined) return;
    const chain = this.handlerChain(instance, target.element) ?? this.chainTo(target.element, parent);
    if (chain === null) return this.miss(element, elsewhere);
    if (chain.length > 0) this.around.set(id, chain);
  }

  /**
   * A compensation handler stands where it was called for, which is outside the scope it is drawn in once that has ended: it
   * stays there as long as it is drawn in the same scope. Null for everything else.
   */
  handlerChain({ element, undoFor }: Instance, target: Element): readonly string[] | null {
    if (undoFor === undefined || !this.step.since(8)) return null;
    const { from, to } = this.mapping;
    const drawnIn = from.elements[element]?.scope;
    if (drawnIn === undefined) return null;
    const sameScope = drawnIn === from.key ? to.key : idOf(this.mapping.target(drawnIn));
    return sameScope === target.scope ? [] : null;
  }

  putJoins({ id, joins = {} }: Instance): void {
    for (const [join, flows] of Object.entries(joins)) {
      const target = this.mapping.target(join);
      if ('reason' in target) {
        this.miss(join, target.reason);
        continue;
      }
      for (const flow of Object.keys(flows)) {
        if (this.mapping.flow(flow) === null) this.miss(flow, '新版本中没有对应的顺序流');
      }
      const chain = this.chainTo(target.element, id);
      if (chain === null) this.miss(join, elsewhere);
      else if (chain.length > 0) this.around.set(heldIn(id, target.element.id), chain);
    }
  }

  /** What is being undone now must be there to be undone. */
  needUndo(element: string, handler: string | null): void {
    for (const id of [element, ...(handler === null ? [] : [handler])]) {
      const target = this.mapping.target(id);
      if ('reason' in target) this.miss(id, target.reason);
    }
  }

  /** New sub-processes between an element and the scope instance it was in; null where others lie between. */
  chainTo({ scope }: Element, scopeId: string): readonly string[] | null {
    const anchor = anchorOf(this.step, scopeId, this.dissolved);
    const outer = anchor.kind === 'process' ? this.mapping.to.key : idOf(this.mapping.target(anchor.element));
    const chain: string[] = [];
    for (let id = scope; id !== outer;) {
      const around = this.mapping.to.elements[id];
      if (around === undefined || this.#known.has(id) || !isPlainScope(around)) return null;
      chain.unshift(id);
      id = around.scope;
    }
    return chain.length > 0 && anchor.id !== scopeId ? null : chain;
  }

  miss(elementId: string, reason: string): void {
    this.unmapped.push({ elementId, reason });
  }
}

/** The scope itself, or the nearest around it that stays. */
export function anchorOf(step: Step, scopeId: string, dissolved: ReadonlySet<string>): Instance {
  let scope = step.draft.instances.need(scopeId);
  while (dissolved.has(scope.id) && scope.parent !== null) scope = step.draft.instances.need(scope.parent);
  return scope;
}

function onceEach(unmapped: readonly Unmapped[]): readonly Unmapped[] {
  const seen = new Set<string>();
  return unmapped.filter(({ elementId }) => !seen.has(elementId) && seen.add(elementId));
}
