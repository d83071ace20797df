import type { Moddle } from '../compile/moddle.ts';
import type { Bounds, Drawing, Edge, Point, Shape } from './drawing.ts';
import { moved, movedDrawing, textSize } from './drawing.ts';
import { graphOf, innerPadding, type Box, type Graph } from './graph.ts';
import { gridOf } from './grid.ts';
import { labelOf, slotsOf } from './label.ts';
import { measuresOf, type Measures } from './measure.ts';
import { ranksOf } from './ranks.ts';
import { routesOf, type Route, type Side } from './route.ts';
import { tracksOf, type Tracks } from './tracks.ts';

/** One process or sub-process drawn with its upper left corner at 0, 0, and the edges of its lanes. */
export interface ScopeDrawing extends Drawing {
  readonly laneEdges: readonly number[];
}

const radius = 18;

/** Lays out what a process or sub-process contains directly; sub-processes are drawn expanded. */
export function drawScope(scope: Moddle, laneCount = 1, laneOf: (id: string) => number = () => 0): ScopeDrawing {
  const graph = graphOf(scope, laneCount, laneOf, (inner) => drawScope(inner));
  const ranks = ranksOf(graph);
  const grid = gridOf(graph, ranks);
  const routes = routesOf(graph, grid, ranks.backward);
  const tracks = tracksOf(routes);
  const measures = measuresOf(graph, grid, tracks, routes);
  const centre = ({ id }: Box): Point => {
    const cell = grid.cellOf.get(id) ?? { row: 0, column: 0 };
    return { x: measures.x(2 * cell.column + 1), y: measures.y(2 * cell.row + 1) };
  };
  const boundsOf = new Map<string, Bounds>(
    graph.boxes.map((box) => [box.id, measures.floating.get(box.id) ?? around(centre(box), box)]),
  );
  const attached = attachedBounds(graph, boundsOf);
  const busy = new Set(
    routes.flatMap(({ link, exit, entry }) => [`${link.boundary ?? link.from}/${exit}`, `${link.to}/${entry}`]),
  );
  const slots = slotsOf(routes);
  const edges = [
    ...routes.map((route) => edgeOf(route, boundsOf, attached, measures, tracks, slots.get(route.link.id) ?? -1)),
    ...graph.boxes.flatMap((box) => insideOf(box, boundsOf.get(box.id))?.edges ?? []),
  ];
  const shapes = [
    ...graph.boxes.flatMap((box) => shapesOf(box, boundsOf.get(box.id) ?? around(centre(box), box), busy)),
    ...graph.attached.map(({ id, caption }) => attachedShape(id, caption, attached.get(id))),
  ];
  const { width, height, laneEdges } = measures;
  return { width, height, shapes, edges, laneEdges };
}

const around = ({ x, y }: Point, { width, height }: { width: number; height: number }): Bounds => ({
  x: x - width / 2,
  y: y - height / 2,
  width,
  height,
});

function attachedBounds({ attached }: Graph, boundsOf: ReadonlyMap<string, Bounds>): ReadonlyMap<string, Bounds> {
  return new Map(
    [...Map.groupBy(attached, ({ host }) => host)].flatMap(([host, events]) =>
      events.map(({ id }, index): [string, Bounds] => {
        const { x, y, width, height } = boundsOf.get(host) ?? { x: 0, y: 0, width: 0, height: 0 };
        const at = { x: x + width - 22 - index * 44, y: y + height };
        return [id, around(at, { width: 2 * radius, height: 2 * radius })];
      }),
    ),
  );
}

function shapesOf(box: Box, bounds: Bounds, busy: ReadonlySet<string>): readonly Shape[] {
  const shape: Shape = {
    id: box.id,
    bounds,
    ...(box.exclusive ? { marker: true } : {}),
    ...(box.inner ? { expanded: true } : {}),
    ...(box.caption ? { label: captionBounds(box, bounds, busy) } : {}),
  };
  return [shape, ...(insideOf(box, bounds)?.shapes ?? [])];
}

const insideOf = ({ inner }: Box, bounds: Bounds | undefined): Drawing | undefined =>
  inner && bounds && movedDrawing(inner, { x: bounds.x + innerPadding, y: bounds.y + innerPadding });

/** A name stands below an event; with a gateway on the side that no flow uses. */
function captionBounds(box: Box, bounds: Bounds, busy: ReadonlySet<string>): Bounds {
  const size = textSize(box.caption);
  const x = bounds.x + bounds.width / 2 - size.width / 2;
  const below = { ...size, x, y: bounds.y + bounds.height + 5 };
  const above = { ...size, x, y: bounds.y - size.height - 4 };
  const isFree = (side: Side) => !busy.has(`${box.id}/${side}`);
  if (box.kind === 'event') return isFree('bottom') ? below : above;
  if (isFree('top')) return above;
  if (isFree('bottom')) return below;
  return moved(above, { x: -size.width / 2 - 6, y: 0 });
}

function attachedShape(id: string, caption: string, bounds: Bounds = { x: 0, y: 0, width: 36, height: 36 }): Shape {
  const size = textSize(caption);
  return {
    id,
    bounds,
    ...(caption ? { label: { ...size, x: bounds.x + bounds.width + 1, y: bounds.y + bounds.height / 2 + 2 } } : {}),
  };
}

function edgeOf(
  { link, exit, entry, corners }: Route,
  boundsOf: ReadonlyMap<string, Bounds>,
  attached: ReadonlyMap<string, Bounds>,
  measures: Measures,
  tracks: Tracks,
  slot: number,
): Edge {
  const none = { x: 0, y: 0, width: 0, height: 0 };
  const source = attached.get(link.boundary ?? '') ?? boundsOf.get(link.from) ?? none;
  const target = boundsOf.get(link.to) ?? none;
  const start = port(source, exit);
  const end = port(target, entry);
  const track = (index: number): number | undefined => tracks.trackOf.get(`${link.id}/${index}`);
  const middle = corners.map((corner, index) => {
    const isVertical = (at: number) => corners[at]?.x === corners[at + 1]?.x && (corners[at]?.x ?? 1) % 2 === 0;
    const across = [index - 1, index].find((at) => at >= 0 && at + 1 < corners.length && isVertical(at));
    const along = [index - 1, index].find((at) => at >= 0 && at + 1 < corners.length && !isVertical(at));
    return {
      x: corner.x % 2 === 0 ? measures.x(corner.x, across === undefined ? 0 : track(across)) : measures.x(corner.x),
      y: corner.y % 2 === 0 ? measures.y(corner.y, along === undefined ? 0 : track(along)) : measures.y(corner.y),
    };
  });
  const first = corners[0];
  if (middle[0] && first && exit !== 'right' && first.x % 2 === 1) middle[0] = { ...middle[0], x: start.x };
  const points = [start, ...middle, end];
  return { id: link.id, points, ...(link.name ? { label: labelOf(link.name, points, slot) } : {}) };
}

function port({ x, y, width, height }: Bounds, side: Side): Point {
  return {
    left: { x, y: y + height / 2 },
    right: { x: x + width, y: y + height / 2 },
    top: { x: x + width / 2, y },
    bottom: { x: x + width / 2, y: y + height },
  }[side];
}
