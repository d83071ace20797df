import type { Box, Graph } from './graph.ts';
import type { Ranks } from './ranks.ts';

export interface Cell {
  readonly row: number;
  readonly column: number;
}

/** Where each box stands: columns by rank, rows counted over all lanes from the top. */
export interface Grid {
  readonly cellOf: ReadonlyMap<string, Cell>;
  readonly columns: number;
  readonly rows: number;
  /** First row of each lane, and one past the last. */
  readonly laneStarts: readonly number[];
  readonly boxAt: (row: number, column: number) => Box | undefined;
}

/** Rows: a box stays on the row of the box before it where that is free, so that the main way is straight. */
export function gridOf(graph: Graph, { columnOf, backward }: Ranks): Grid {
  const boxes = graph.boxes.filter(({ floating }) => !floating);
  const byId = new Map(boxes.map((box) => [box.id, box]));
  const incoming = Map.groupBy(
    graph.links.filter(({ id }) => !backward.has(id)),
    ({ to }) => to,
  );
  const outgoing = Map.groupBy(graph.links, ({ from }) => from);
  /** Does the main way out of a box stay in this lane? Then its row is kept for that. */
  const goesStraight = (from: string, lane: number): boolean =>
    (outgoing.get(from) ?? []).some(({ id, main, to }) => main && !backward.has(id) && byId.get(to)?.lane === lane);
  const laneRow = new Map<string, number>();
  const taken = new Set<string>();
  const depth = Array.from({ length: graph.laneCount }, () => 1);
  const wish = (box: Box): number => {
    const before = (incoming.get(box.id) ?? []).toSorted((a, b) => Number(b.main) - Number(a.main));
    const near = before.find(({ from, boundary }) => byId.get(from)?.lane === box.lane && boundary === undefined);
    if (near) return (laneRow.get(near.from) ?? 0) + (near.main || !goesStraight(near.from, box.lane) ? 0 : 1);
    const host = before.find(({ from }) => byId.get(from)?.lane === box.lane);
    if (host) return (laneRow.get(host.from) ?? 0) + 1;
    const far = before.map(({ from }) => byId.get(from)?.lane ?? 0);
    return far.length > 0 && Math.min(...far) > box.lane ? (depth[box.lane] ?? 1) - 1 : 0;
  };
  const isMain = (box: Box): number => Number((incoming.get(box.id) ?? []).some(({ main }) => main));
  const ordered = boxes.toSorted(
    (a, b) => (columnOf.get(a.id) ?? 0) - (columnOf.get(b.id) ?? 0) || isMain(b) - isMain(a),
  );
  for (const box of ordered) {
    const column = columnOf.get(box.id) ?? 0;
    const wished = wish(box);
    let row = wished;
    for (let step = 1; taken.has(`${box.lane}/${row}/${column}`); step += 1) row = wished + step;
    taken.add(`${box.lane}/${row}/${column}`);
    laneRow.set(box.id, row);
    depth[box.lane] = Math.max(depth[box.lane] ?? 1, row + 1);
  }
  const laneStarts = depth.reduce<number[]>((starts, rows) => [...starts, (starts.at(-1) ?? 0) + rows], [0]);
  const cellOf = new Map(
    boxes.map((box) => [
      box.id,
      { row: (laneStarts[box.lane] ?? 0) + (laneRow.get(box.id) ?? 0), column: columnOf.get(box.id) ?? 0 },
    ]),
  );
  const at = new Map([...cellOf].map(([id, { row, column }]) => [`${row}/${column}`, byId.get(id)]));
  return {
    cellOf,
    columns: Math.max(0, ...[...cellOf.values()].map(({ column }) => column + 1)),
    rows: laneStarts.at(-1) ?? 0,
    laneStarts,
    boxAt: (row, column) => at.get(`${row}/${column}`),
  };
}
