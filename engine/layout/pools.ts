import { childOf, childrenOf, idOf, typeOf, type Moddle } from '../compile/moddle.ts';
import { movedDrawing, type Bounds, type Drawing, type Edge, type Point, type Shape } from './drawing.ts';
import { drawScope } from './layout.ts';

const headWidth = 30;
const poolGap = 40;
const emptyPool = 80;
const margin = 100;

/** Lays out a whole document: pools under one another, their lanes as rows; a process without a pool stands free. */
export function drawDefinitions(definitions: Moddle): Drawing {
  const roots = childrenOf(definitions, 'rootElements');
  const collaboration = roots.find((one) => typeOf(one) === 'Collaboration');
  const participants = childrenOf(collaboration, 'participants');
  const pooled = new Set(participants.map((one) => childOf(one, 'processRef')));
  const free = roots.filter((one) => typeOf(one) === 'Process' && !pooled.has(one));
  const parts = [...participants.map(drawPool), ...free.map((one): Drawing => drawScope(one))];
  const width = Math.max(0, ...parts.map((part) => part.width));
  let y = margin;
  const placed = parts.map((part) => {
    const here = movedDrawing(part, { x: margin, y });
    y += part.height + poolGap;
    return here;
  });
  const shapes = placed.flatMap((part) => part.shapes).map((shape) => (isFrame(shape) ? widened(shape, width) : shape));
  const messages = childrenOf(collaboration, 'messageFlows').flatMap((flow) => messageEdge(flow, shapes));
  return { width, height: y, shapes, edges: [...placed.flatMap((part) => part.edges), ...messages] };
}

const isFrame = (shape: Shape): boolean => shape.horizontal === true;
const widened = (shape: Shape, width: number): Shape => ({
  ...shape,
  bounds: { ...shape.bounds, width: margin + width - shape.bounds.x },
});

function drawPool(participant: Moddle): Drawing {
  const process = childOf(participant, 'processRef');
  if (!process)
    return { width: 600, height: emptyPool, edges: [], shapes: [frame(idOf(participant), 0, 0, emptyPool)] };
  const lanes = childrenOf(process, 'laneSets').flatMap((set) => leavesOf(set, 1));
  const leaves = lanes.filter(({ isLeaf }) => isLeaf);
  const rowOf = new Map(
    leaves.flatMap(({ lane }, index) => childrenOf(lane, 'flowNodeRef').map((node) => [idOf(node), index])),
  );
  const scope = drawScope(process, Math.max(1, leaves.length), (id) => rowOf.get(id) ?? 0);
  const depth = Math.max(0, ...lanes.map((one) => one.depth));
  const inside = movedDrawing(scope, { x: headWidth * (1 + depth), y: 0 });
  const edgeOf = (index: number): number => scope.laneEdges[index] ?? scope.height;
  const frames = lanes.map(({ lane, depth: level, first, count }) =>
    frame(idOf(lane), headWidth * level, edgeOf(first), edgeOf(first + count) - edgeOf(first)),
  );
  return {
    width: scope.width + headWidth * (1 + depth),
    height: scope.height,
    shapes: [frame(idOf(participant), 0, 0, scope.height), ...frames, ...inside.shapes],
    edges: inside.edges,
  };
}

interface LaneRow {
  readonly lane: Moddle;
  readonly depth: number;
  readonly isLeaf: boolean;
  /** The leaves it spans. */
  readonly first: number;
  readonly count: number;
}

function leavesOf(set: Moddle, depth: number, start = 0): readonly LaneRow[] {
  let first = start;
  return childrenOf(set, 'lanes').flatMap((lane) => {
    const inner = childOf(lane, 'childLaneSet');
    const below = inner ? leavesOf(inner, depth + 1, first) : [];
    const count = Math.max(1, below.filter(({ isLeaf }) => isLeaf).length);
    const row = { lane, depth, isLeaf: below.length === 0, first, count };
    first += count;
    return [row, ...below];
  });
}

function frame(id: string, x: number, y: number, height: number): Shape {
  return { id, horizontal: true, bounds: { x, y, width: 0, height } };
}

function messageEdge(flow: Moddle, shapes: readonly Shape[]): readonly Edge[] {
  const boundsOf = (property: string): Bounds | undefined => {
    const end = childOf(flow, property);
    return end && shapes.find(({ id }) => id === idOf(end))?.bounds;
  };
  const [from, to] = [boundsOf('sourceRef'), boundsOf('targetRef')];
  if (!from || !to) return [];
  const down = from.y < to.y;
  const middle = ({ x, width }: Bounds): number => x + Math.min(width, 400) / 2;
  const start: Point = { x: middle(from), y: down ? from.y + from.height : from.y };
  const end: Point = { x: middle(to), y: down ? to.y : to.y + to.height };
  const y = (start.y + end.y) / 2;
  const bent = start.x === end.x ? [start, end] : [start, { x: start.x, y }, { x: end.x, y }, end];
  return [{ id: idOf(flow), points: bent }];
}
