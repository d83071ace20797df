import type { Graph, Link } from './graph.ts';

/** Column of each box: the longest way to it, loops left aside. Flows that lead back are named. */
export interface Ranks {
  readonly columnOf: ReadonlyMap<string, number>;
  readonly backward: ReadonlySet<string>;
}

export function ranksOf({ boxes, links }: Graph): Ranks {
  const outgoing = Map.groupBy(links, ({ from }) => from);
  const entered = new Set(links.map(({ to }) => to));
  const backward = new Set<string>();
  const order: string[] = [];
  const state = new Map<string, 'open' | 'done'>();
  const visit = (root: string) => {
    const path: { id: string; rest: Link[] }[] = [];
    const enter = (id: string) => {
      state.set(id, 'open');
      path.push({ id, rest: [...(outgoing.get(id) ?? [])].sort((a, b) => Number(b.main) - Number(a.main)) });
    };
    enter(root);
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const link = top.rest.shift();
      if (!link) {
        state.set(top.id, 'done');
        order.unshift(top.id);
        path.pop();
      } else if (state.get(link.to) === 'open') backward.add(link.id);
      else if (!state.has(link.to)) enter(link.to);
    }
  };
  for (const { id } of boxes) if (!entered.has(id) && !state.has(id)) visit(id);
  for (const { id } of boxes) if (!state.has(id)) visit(id);
  const columnOf = new Map(boxes.map(({ id }) => [id, 0]));
  for (const id of order) {
    for (const link of outgoing.get(id) ?? []) {
      if (backward.has(link.id)) continue;
      columnOf.set(link.to, Math.max(columnOf.get(link.to) ?? 0, (columnOf.get(id) ?? 0) + 1));
    }
  }
  return { columnOf, backward };
}
