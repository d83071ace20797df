import type { Element, ProcessModel } from '../model.ts';

/** What becomes of an element of the old version: the same in the new one, or a reason why there is none. */
type Target = { readonly element: Element } | { readonly reason: string };

export interface ModelMapping {
  readonly from: ProcessModel;
  readonly to: ProcessModel;
  readonly target: (elementId: string) => Target;
  /** Null where the flow has no equal. */
  readonly flow: (flowId: string) => string | null;
}

/** By the given mapping, else by id, else by a name that only one element of the kind has. Kind and repetition must agree. */
export function mappingOf(from: ProcessModel, to: ProcessModel, given: Readonly<Record<string, string>>): ModelMapping {
  const target = (id: string): Target => {
    const old = from.elements[id];
    if (!old) return { reason: '原版本中没有该节点' };
    const named = given[id];
    const element = named === undefined ? (to.elements[id] ?? sameName(to, old)) : to.elements[named];
    if (!element) return { reason: '新版本中没有对应的节点' };
    if (element.kind !== old.kind) return { reason: '新版本中对应节点的类型不同' };
    if (element.loop?.kind !== old.loop?.kind) return { reason: '新版本中对应节点的多实例或循环方式不同' };
    return { element };
  };
  const flow = (id: string): string | null => {
    const old = from.flows[id];
    if (!old) return null;
    if (to.flows[id]?.to === idOf(target(old.to))) return id;
    const [source, sink] = [idOf(target(old.from)), idOf(target(old.to))];
    return Object.values(to.flows).find((one) => one.from === source && one.to === sink)?.id ?? null;
  };
  return { from, to, target, flow };
}

const idOf = (target: Target): string | null => ('element' in target ? target.element.id : null);

function sameName({ elements }: ProcessModel, { kind, name }: Element): Element | undefined {
  if (name === undefined) return undefined;
  const named = Object.values(elements).filter((element) => element.kind === kind && element.name === name);
  return named.length === 1 ? named[0] : undefined;
}
