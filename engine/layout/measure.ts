import { textSize, type Bounds } from './drawing.ts';
import type { Graph } from './graph.ts';
import type { Grid } from './grid.ts';
import type { Route } from './route.ts';
import type { Tracks } from './tracks.ts';

/** Pixels of the grid's lines. */
export interface Measures {
  readonly width: number;
  readonly height: number;
  /** Centre of a column or row (odd), or the first track of a channel (even). */
  readonly x: (line: number, track?: number) => number;
  readonly y: (line: number, track?: number) => number;
  /** Upper and lower edge of each lane. */
  readonly laneEdges: readonly number[];
  /** Where the boxes that no flow reaches stand. */
  readonly floating: ReadonlyMap<string, Bounds>;
}

const trackGap = 12;
const channelWidth = 44;
const rowGap = 34;
const stripGap = 24;

export function measuresOf(graph: Graph, grid: Grid, tracks: Tracks, routes: readonly Route[]): Measures {
  const boxes = graph.boxes.filter(({ floating }) => !floating);
  const size = (key: 'column' | 'row', index: number, side: 'width' | 'height', least: number): number =>
    Math.max(least, ...boxes.filter(({ id }) => grid.cellOf.get(id)?.[key] === index).map((box) => box[side]));
  const channel = (base: number, count = 0) => base + Math.max(0, count - 1) * trackGap;

  /** Names of the flows that leave a column to the right need their room. */
  const nameRoom = (column: number): number =>
    Math.max(
      0,
      ...routes
        .filter(({ link, exit }) => exit === 'right' && link.name && grid.cellOf.get(link.from)?.column === column)
        .map(({ link }) => textSize(link.name, 120).width + 22),
    );

  const xs: number[] = [];
  let x = 0;
  for (let column = 0; column <= grid.columns; column += 1) {
    const before = channel(
      column === 0 ? 24 : Math.max(channelWidth, nameRoom(column - 1)),
      tracks.vertical.get(2 * column),
    );
    xs.push(x + before - Math.max(0, (tracks.vertical.get(2 * column) ?? 1) - 1) * trackGap - 16);
    x += before;
    if (column === grid.columns) break;
    const width = size('column', column, 'width', 36);
    xs.push(x + width / 2);
    x += width;
  }

  const ys: number[] = [];
  const laneEdges = [0];
  const floating = new Map<string, Bounds>();
  let y = 0;
  let widest = x;
  for (let row = 0; row <= grid.rows; row += 1) {
    const lane = grid.laneStarts.findIndex((start, index) => index > 0 && start === row);
    if (lane > 0) {
      const strip = stripOf(graph, lane - 1, y + stripGap);
      for (const [id, bounds] of strip.bounds) floating.set(id, bounds);
      widest = Math.max(widest, strip.right + stripGap);
      y = strip.bounds.size > 0 ? strip.bottom : y;
      y += row === grid.rows ? channel(rowGap, tracks.horizontal.get(2 * row)) : 18;
      laneEdges.push(y);
    }
    ys.push(
      row === grid.rows && lane > 0
        ? y - 14 - Math.max(0, (tracks.horizontal.get(2 * row) ?? 1) - 1) * trackGap
        : y + 18,
    );
    if (row === grid.rows) break;
    y += channel(rowGap, tracks.horizontal.get(2 * row));
    const height = size('row', row, 'height', 50);
    ys.push(y + height / 2);
    y += height;
  }
  return {
    width: widest,
    height: y,
    x: (line, track = 0) => (xs[line] ?? 0) + track * trackGap,
    y: (line, track = 0) => (ys[line] ?? 0) + track * trackGap,
    laneEdges,
    floating,
  };
}

/** Event sub-processes stand side by side at the foot of their lane. */
function stripOf(graph: Graph, lane: number, top: number) {
  const bounds = new Map<string, Bounds>();
  let right = stripGap;
  let bottom = top;
  for (const { id, width, height } of graph.boxes.filter((box) => box.floating && box.lane === lane)) {
    bounds.set(id, { x: right, y: top, width, height });
    right += width + stripGap;
    bottom = Math.max(bottom, top + height);
  }
  return { bounds, right, bottom };
}
