import type { Box, Graph, Link } from './graph.ts';
import type { Cell, Grid } from './grid.ts';

/**
 * A corner of a flow before there are pixels. Columns and rows have odd numbers (column c is 2c + 1), the channels
 * between them even ones; a corner on a channel runs on the track `track` names.
 */
export interface Corner {
  readonly x: number;
  readonly y: number;
}
export type Side = 'left' | 'right' | 'top' | 'bottom';
export interface Route {
  readonly link: Link;
  readonly exit: Side;
  readonly entry: Side;
  readonly corners: readonly Corner[];
}

const columnLine = (column: number): number => 2 * column + 1;
const rowLine = (row: number): number => 2 * row + 1;

/** Finds each flow a way round the boxes: straight, over one corner, else through the channels. */
export function routesOf(graph: Graph, grid: Grid, backward: ReadonlySet<string>): readonly Route[] {
  const router = new Router(graph, grid);
  const distance = (link: Link) => Math.abs(router.cell(link.to).column - router.cell(link.from).column);
  const ordered = graph.links.toSorted((a, b) => Number(b.main) - Number(a.main) || distance(a) - distance(b));
  const forth = ordered.filter(({ id }) => !backward.has(id)).map((link) => router.forth(link));
  const back = ordered.filter(({ id }) => backward.has(id)).map((link) => router.back(link));
  return [...forth, ...back];
}

class Router {
  private readonly boxes: ReadonlyMap<string, Box>;
  private readonly lines = new Map<string, string>();
  private readonly ports = new Set<string>();
  private readonly exits = new Set<string>();

  constructor(
    graph: Graph,
    private readonly grid: Grid,
  ) {
    this.boxes = new Map(graph.boxes.map((box) => [box.id, box]));
  }

  cell(id: string): Cell {
    return this.grid.cellOf.get(id) ?? { row: 0, column: 0 };
  }

  forth(link: Link): Route {
    const { row: r, column: c } = this.cell(link.from);
    const { row: s, column: d } = this.cell(link.to);
    if (link.boundary !== undefined) return this.fromBoundary(link, r, c, s, d);
    if (r === s && this.rowFree(s, c + 1, d - 1, link)) return this.take(link, 'right', 'left', []);
    const side: Side = s > r ? 'bottom' : 'top';
    const corner = r !== s && this.isGateway(link.from) && this.portFree(link.from, side);
    if (corner && this.columnFree(c, r, s) && this.rowFree(s, c, d - 1, link)) {
      return this.take(link, side, 'left', [{ x: columnLine(c), y: rowLine(s) }]);
    }
    if (r !== s && this.rowFree(s, c + 1, d - 1, link)) {
      return this.take(link, 'right', 'left', [
        { x: 2 * (c + 1), y: rowLine(r) },
        { x: 2 * (c + 1), y: rowLine(s) },
      ]);
    }
    if (r !== s && this.rowFree(r, c + 1, d - 1, link)) {
      return this.take(link, 'right', 'left', [
        { x: 2 * d, y: rowLine(r) },
        { x: 2 * d, y: rowLine(s) },
      ]);
    }
    const channel = s > r ? 2 * s : 2 * (s + 1);
    const start: Corner[] = [
      { x: 2 * (c + 1), y: rowLine(r) },
      { x: 2 * (c + 1), y: r === s ? 2 * r : channel },
    ];
    return this.take(link, 'right', 'left', [
      ...start,
      { x: 2 * d, y: r === s ? 2 * r : channel },
      { x: 2 * d, y: rowLine(s) },
    ]);
  }

  /** A flow that leads back leaves downwards or upwards and runs below or above the boxes. */
  back(link: Link): Route {
    const { row: r, column: c } = this.cell(link.from);
    const { row: s, column: d } = this.cell(link.to);
    if (link.from === link.to) {
      const x = 2 * (c + 1);
      const y = 2 * (r + 1);
      return this.take(link, 'right', 'bottom', [
        { x, y: rowLine(r) },
        { x, y },
        { x: columnLine(c), y },
      ]);
    }
    const [exit, entry] = this.portsBack(link, r, s);
    const from = exit === 'bottom' ? 2 * (r + 1) : 2 * r;
    const to = entry === 'bottom' ? 2 * (s + 1) : 2 * s;
    if (from === to) {
      if (c === d) return this.take(link, exit, entry, []);
      return this.take(link, exit, entry, [
        { x: columnLine(c), y: from },
        { x: columnLine(d), y: to },
      ]);
    }
    const x = 2 * (d + 1);
    return this.take(link, exit, entry, [
      { x: columnLine(c), y: from },
      { x, y: from },
      { x, y: to },
      { x: columnLine(d), y: to },
    ]);
  }

  /** The nearest sides that no other flow leaves by. */
  private portsBack({ from, to }: Link, r: number, s: number): readonly [Side, Side] {
    const exits: readonly Side[] = s < r ? ['top', 'bottom'] : ['bottom', 'top'];
    const entries: readonly Side[] = s <= r ? ['bottom', 'top'] : ['top', 'bottom'];
    const exit = exits.find((side) => this.portFree(from, side)) ?? exits[0] ?? 'bottom';
    const wished = s === r ? [exit, exit === 'top' ? ('bottom' as const) : ('top' as const)] : entries;
    const entry = wished.find((side) => !this.exits.has(`${to}/${side}`)) ?? wished[0] ?? 'bottom';
    return [exit, entry];
  }

  private fromBoundary(link: Link, r: number, c: number, s: number, d: number): Route {
    if (s > r && this.columnFree(c, r, s) && this.rowFree(s, c, d - 1, link)) {
      return this.take(link, 'bottom', 'left', [{ x: columnLine(c), y: rowLine(s) }]);
    }
    const y = 2 * (r + 1);
    return this.take(link, 'bottom', 'left', [
      { x: columnLine(c), y },
      { x: 2 * d, y },
      { x: 2 * d, y: rowLine(s) },
    ]);
  }

  private take(link: Link, exit: Side, entry: Side, corners: readonly Corner[]): Route {
    if (link.boundary === undefined) {
      this.ports.add(`${link.from}/${exit}`);
      this.exits.add(`${link.from}/${exit}`);
    }
    this.ports.add(`${link.to}/${entry}`);
    const from = this.cell(link.from);
    const to = this.cell(link.to);
    const ends = [
      { x: columnLine(from.column), y: rowLine(from.row) },
      ...corners,
      { x: columnLine(to.column), y: rowLine(to.row) },
    ];
    for (const [index, end] of ends.slice(1).entries()) {
      const begin = ends[index];
      if (!begin || begin.y !== end.y || end.y % 2 === 0) continue;
      const [left, right] = [Math.min(begin.x, end.x), Math.max(begin.x, end.x)];
      for (let x = left; x <= right; x += 1) {
        if (x % 2 === 1) this.lines.set(`${(end.y - 1) / 2}/${(x - 1) / 2}`, link.to);
      }
    }
    return { link, exit, entry, corners };
  }

  private rowFree(row: number, first: number, last: number, { from, to }: Link): boolean {
    for (let column = first; column <= last; column += 1) {
      const box = this.grid.boxAt(row, column);
      const line = this.lines.get(`${row}/${column}`);
      if ((box && box.id !== from) || (line !== undefined && line !== to && line !== from && box?.id !== from))
        return false;
    }
    return true;
  }

  private columnFree(column: number, from: number, to: number): boolean {
    const step = to > from ? 1 : -1;
    for (let row = from + step; step * (to - row) >= 0; row += step) {
      if (this.grid.boxAt(row, column) || this.lines.has(`${row}/${column}`)) return false;
    }
    return true;
  }

  private isGateway(id: string): boolean {
    return this.boxes.get(id)?.kind === 'gateway';
  }

  private portFree(id: string, side: Side): boolean {
    return !this.ports.has(`${id}/${side}`);
  }
}
