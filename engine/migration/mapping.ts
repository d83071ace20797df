import type { Element, Flow, ProcessModel } from '../model.ts';
import { leadingTo } from '../reachability.ts';

/** What becomes of an element of the old version: the same in the new one, or a reason why there is none. */
export type Target = { readonly element: Element } | { readonly reason: string };

export interface ModelMapping {
  readonly from: ProcessModel;
  readonly to: ProcessModel;
  readonly target: (elementId: string) => Target;
  /** Null where the flow has no equal. */
  readonly flow: (flowId: string) => string | null;
}

export type GivenMapping = Readonly<Record<string, string>>;

/**
 * 1. By the given mapping; 2. by id, where the kind agrees; 3. by a name that one element of the kind has alone in
 * either version, of those that have no equal by id. Kind and repetition must agree.
 */
export function mappingOf(from: ProcessModel, to: ProcessModel, given: GivenMapping): ModelMapping {
  const renamed = renamedIn(from, to);
  const target = (id: string): Target => {
    const old = from.elements[id];
    if (!old) return { reason: '原版本中没有该节点' };
    const named = given[id];
    const byId = to.elements[id]?.kind === old.kind ? to.elements[id] : undefined;
    const element = named === undefined ? (byId ?? renamed.get(id) ?? to.elements[id]) : to.elements[named];
    if (!element) return { reason: '新版本中没有对应的节点' };
    if (element.kind !== old.kind) return { reason: '新版本中对应节点的类型不同' };
    if (element.loop?.kind !== old.loop?.kind) return { reason: '新版本中对应节点的多实例或循环方式不同' };
    return { element };
  };
  const flow = (id: string): string | null => {
    const old = from.flows[id];
    if (!old) return null;
    const named = given[id];
    if (named !== undefined) return to.flows[named] ? named : null;
    return flowLike(old, { from, to, target });
  };
  return { from, to, target, flow };
}

export const idOf = (target: Target): string | null => ('element' in target ? target.element.id : null);

/** Old id → the element that bears its kind and name alone, neither being there under its id in the other version. */
function renamedIn(from: ProcessModel, to: ProcessModel): ReadonlyMap<string, Element> {
  const [gone, come] = [aloneIn(from, to), aloneIn(to, from)];
  const pairs = [...gone].flatMap(([name, old]) => {
    const element = come.get(name);
    return old && element ? [[old.id, element] as const] : [];
  });
  return new Map(pairs);
}

/** Kind and name → the one such element that the other version lacks; null where there are several. */
function aloneIn(model: ProcessModel, other: ProcessModel): ReadonlyMap<string, Element | null> {
  const found = new Map<string, Element | null>();
  for (const element of Object.values(model.elements)) {
    const { id, kind, name } = element;
    if (name === undefined || other.elements[id]?.kind === kind) continue;
    const sign = `${kind} ${name}`;
    found.set(sign, found.has(sign) ? null : element);
  }
  return found;
}

/**
 * A token that waits in a join has come by a flow. Its equal: 1. the same id into the same element; 2. the same two
 * elements; 3. the one flow into that element by which a token from the old source would come now, where steps have been
 * put in between or taken out; 4. where the source is gone, the one flow that is new in the place of the one that is gone.
 */
function flowLike(old: Flow, { from, to, target }: Pick<ModelMapping, 'from' | 'to' | 'target'>): string | null {
  const [source, sink] = [idOf(target(old.from)), idOf(target(old.to))];
  if (sink === null) return null;
  if (to.flows[old.id]?.to === sink) return old.id;
  const incoming = (to.elements[sink]?.incoming ?? []).filter((id) => from.flows[id]?.to !== old.to);
  const between = incoming.find((id) => to.flows[id]?.from === source);
  if (between !== undefined) return between;
  const others = (from.elements[old.to]?.incoming ?? []).filter((id) => id !== old.id && to.flows[id]?.to !== sink);
  const open = incoming.filter((id) =>
    source === null ? others.length === 0 : leadingTo(to, to.flows[id]?.from ?? '', sink).has(source),
  );
  return open.length === 1 ? (open[0] ?? null) : null;
}
