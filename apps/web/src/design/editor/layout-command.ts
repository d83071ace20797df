import { BpmnModdle } from 'bpmn-moddle';
import type { Box } from '../../diagram/bpmn.ts';
import type { Connection, Drawn, Moddle } from './services.ts';
import type { Sketch } from './sketch.ts';

interface Point {
  readonly x: number;
  readonly y: number;
}
interface Placed {
  readonly bounds?: Box;
  readonly label?: Box;
  readonly points?: readonly Point[];
}
type Places = ReadonlyMap<string, Placed>;

/** Puts every element where a laid-out document has it; one step to undo. Null: the document has to be opened anew. */
export async function applyLayout(sketch: Sketch, laidOut: string): Promise<boolean> {
  const folded = sketch.all(({ type, di }) => type === 'bpmn:SubProcess' && di.get('isExpanded') === false);
  if (folded.length > 0) return false;
  const places = await placesIn(laidOut);
  const annotations = sketch.all(({ type }) => /:(TextAnnotation|DataObjectReference|DataStoreReference)$/.test(type));
  const moves = new Map(
    [...places].flatMap(([id, { bounds, label, points }]) => {
      const element = sketch.element(id);
      return element ? [[element, { bounds, label, points }] as const] : [];
    }),
  );
  for (const one of annotations) {
    const beside = [...one.incoming, ...one.outgoing].map(({ source, target }) =>
      source === one ? target : source,
    )[0];
    const place = beside && places.get(beside.businessObject.id)?.bounds;
    if (!beside || !place || places.has(one.id)) continue;
    const { width, height } = one;
    const bounds = { x: one.x + place.x - beside.x, y: one.y + place.y - beside.y, width, height };
    moves.set(one, { bounds, label: undefined, points: undefined });
  }
  const factory = sketch.get('bpmnFactory');
  const point = ({ x, y }: Point) => factory.create('dc:Point', { x, y });
  sketch.get('commandStack').execute('liandong.layout', { moves, point });
  return true;
}

async function placesIn(xml: string): Promise<Places> {
  const { rootElement } = (await new BpmnModdle().fromXML(xml)) as { readonly rootElement: Moddle };
  const [diagram] = rootElement.get<readonly Moddle[]>('diagrams') ?? [];
  const drawn = diagram?.get<Moddle>('plane')?.get<readonly Moddle[]>('planeElement') ?? [];
  return new Map(
    drawn.flatMap((di) => {
      const id = di.get<Moddle>('bpmnElement')?.id;
      const label = di.get<Moddle>('label')?.get<Box>('bounds');
      const [bounds, points] = [di.get<Box>('bounds'), di.get<readonly Point[]>('waypoint')];
      const place = {
        ...(bounds ? { bounds: boxOf(bounds) } : {}),
        ...(label ? { label: boxOf(label) } : {}),
        ...(points ? { points: points.map(({ x, y }) => ({ x, y })) } : {}),
      };
      return id === undefined ? [] : [[id, place] as const];
    }),
  );
}

const boxOf = ({ x, y, width, height }: Box): Box => ({ x, y, width, height });

interface Context {
  readonly moves: ReadonlyMap<Drawn, Partial<Placed>>;
  readonly point: (point: Point) => Moddle;
  undone?: readonly (() => void)[];
}

/** The command: places are written into the drawing and its diagram interchange, and back. */
class Layout {
  execute(context: Context): readonly Drawn[] {
    const changed: Drawn[] = [];
    context.undone = [...context.moves].flatMap(([element, { bounds, label, points }]) => {
      changed.push(element);
      const [external] = element.labels ?? [];
      if (external) changed.push(external);
      return [
        ...(bounds ? [place(element, bounds, element.di.get<Moddle>('bounds'))] : []),
        ...(label && external ? [place(external, label, element.di.get<Moddle>('label')?.get<Moddle>('bounds'))] : []),
        ...(points ? [route(element as unknown as Connection, points, context.point)] : []),
      ];
    });
    return changed;
  }

  revert(context: Context): readonly Drawn[] {
    for (const undo of context.undone ?? []) undo();
    return [...context.moves.keys()].flatMap((element) => [element, ...(element.labels ?? [])]);
  }
}

function place(element: Drawn, to: Box, di: Moddle | undefined): () => void {
  const from = boxOf(element);
  Object.assign(element, to);
  if (di) Object.assign(di, to);
  return () => {
    Object.assign(element, from);
    if (di) Object.assign(di, from);
  };
}

function route(connection: Connection, points: readonly Point[], point: Context['point']): () => void {
  const { waypoints, di } = connection;
  const before = di.get('waypoint');
  Object.assign(connection, { waypoints: points });
  di.set('waypoint', points.map(point));
  return () => {
    Object.assign(connection, { waypoints });
    di.set('waypoint', before);
  };
}

export const layoutHandler = Layout;
