import { childOf, childrenOf, flagOf, idOf, textOf, typeOf, type Moddle } from '../compile/moddle.ts';
import type { Drawing } from './drawing.ts';

/** A flow node as the layout sees it. */
export interface Box {
  readonly id: string;
  readonly kind: 'event' | 'gateway' | 'activity';
  readonly width: number;
  readonly height: number;
  readonly lane: number;
  /** Name written outside the shape. */
  readonly caption: string;
  readonly exclusive: boolean;
  /** What an expanded sub-process shows. */
  readonly inner?: Drawing;
  /** An event sub-process: no flow leads to it. */
  readonly floating: boolean;
}

/** A boundary event on the edge of its host. */
interface Attached {
  readonly id: string;
  readonly host: string;
  readonly caption: string;
}

/** A sequence flow; of a boundary event's flow `from` is the host. */
export interface Link {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly name: string;
  readonly boundary?: string;
  readonly main: boolean;
}

export interface Graph {
  readonly boxes: readonly Box[];
  readonly attached: readonly Attached[];
  readonly links: readonly Link[];
  readonly laneCount: number;
}

const activity = { width: 100, height: 80 };
const event = { width: 36, height: 36 };
const gateway = { width: 50, height: 50 };
/** Room between the edge of an expanded sub-process and what it shows. */
export const innerPadding = 20;

/** Nodes and flows directly in a process or sub-process. `laneOf` tells a node's row of lanes, `draw` lays out a sub-process. */
export function graphOf(
  scope: Moddle,
  laneCount: number,
  laneOf: (id: string) => number,
  draw: (subProcess: Moddle) => Drawing,
): Graph {
  const elements = childrenOf(scope, 'flowElements');
  const boundaries = elements.filter((one) => typeOf(one) === 'BoundaryEvent');
  const hostOf = new Map(boundaries.map((one) => [idOf(one), idOf(childOf(one, 'attachedToRef') ?? one)]));
  const boxes = elements.filter((one) => isNode(one) && !hostOf.has(idOf(one))).map((one) => boxOf(one, laneOf, draw));
  const known = new Set([...boxes.map(({ id }) => id), ...hostOf.keys()]);
  const links = elements
    .filter((one) => typeOf(one) === 'SequenceFlow')
    .map((flow) => linkOf(flow, hostOf))
    .filter(({ from, to }) => known.has(from) && known.has(to));
  const attached = boundaries.map((one) => ({
    id: idOf(one),
    host: hostOf.get(idOf(one)) ?? '',
    caption: textOf(one, 'name') ?? '',
  }));
  return { boxes, attached, links, laneCount };
}

const isNode = (element: Moddle): boolean => kindOf(element) !== undefined;

function kindOf(element: Moddle): Box['kind'] | undefined {
  const type = typeOf(element);
  if (type.endsWith('Event')) return 'event';
  if (type.endsWith('Gateway')) return 'gateway';
  return /Task$|SubProcess$|^CallActivity$|^Transaction$/.test(type) ? 'activity' : undefined;
}

function boxOf(element: Moddle, laneOf: (id: string) => number, draw: (subProcess: Moddle) => Drawing): Box {
  const kind = kindOf(element) ?? 'activity';
  const id = idOf(element);
  const inner = childrenOf(element, 'flowElements').length > 0 ? draw(element) : undefined;
  const size = inner
    ? { width: inner.width + 2 * innerPadding, height: inner.height + 2 * innerPadding }
    : { event, gateway, activity }[kind];
  return {
    id,
    kind,
    ...size,
    lane: laneOf(id),
    caption: kind === 'activity' ? '' : (textOf(element, 'name') ?? ''),
    exclusive: typeOf(element) === 'ExclusiveGateway',
    floating: flagOf(element, 'triggeredByEvent'),
    ...(inner ? { inner } : {}),
  };
}

function linkOf(flow: Moddle, hostOf: ReadonlyMap<string, string>): Link {
  const source = childOf(flow, 'sourceRef');
  const from = source ? idOf(source) : '';
  const host = hostOf.get(from);
  const normal = childOf(source, 'default');
  return {
    id: idOf(flow),
    from: host ?? from,
    to: idOf(childOf(flow, 'targetRef') ?? flow),
    name: textOf(flow, 'name') ?? '',
    main: normal ? idOf(normal) === idOf(flow) : host === undefined,
    ...(host === undefined ? {} : { boundary: from }),
  };
}
