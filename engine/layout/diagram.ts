import { BpmnModdle } from 'bpmn-moddle';
import { childOf, childrenOf, idOf, typeOf, type Moddle } from '../compile/moddle.ts';
import { nameTheUnnamed } from '../compile/unnamed.ts';
import type { Bounds, Edge, Shape } from './drawing.ts';
import { drawDefinitions } from './pools.ts';

type Create = (type: string, attributes: Readonly<Record<string, unknown>>) => Moddle;

/** The same document with coordinates for everything in it; whatever diagram it had is replaced; what has no id gets the compiler's. */
export async function withDiagram(xml: string): Promise<string> {
  const moddle = new BpmnModdle();
  const { rootElement } = (await moddle.fromXML(xml)) as { readonly rootElement: Moddle };
  nameTheUnnamed(rootElement);
  const create: Create = (type, attributes) => moddle.create(type, attributes) as Moddle;
  const definitions = Object.assign(rootElement, { diagrams: [diagramOf(rootElement, create)] });
  const written = await moddle.toXML(definitions, { format: true });
  return written.xml;
}

function diagramOf(definitions: Moddle, create: Create): Moddle {
  const drawing = drawDefinitions(definitions);
  const roots = childrenOf(definitions, 'rootElements');
  const elements = elementsOf(roots);
  const shown = roots.find((one) => typeOf(one) === 'Collaboration') ?? roots.find((one) => typeOf(one) === 'Process');
  const planeElement = [
    ...drawing.shapes.flatMap((shape) => shapeOf(shape, elements.get(shape.id), create)),
    ...drawing.edges.flatMap((edge) => edgeOf(edge, elements.get(edge.id), create)),
  ];
  const plane = create('bpmndi:BPMNPlane', { id: 'Plane', bpmnElement: shown, planeElement });
  return create('bpmndi:BPMNDiagram', { id: 'Diagram', plane });
}

/** Everything that may be drawn, by id. */
function elementsOf(roots: readonly Moddle[]): ReadonlyMap<string, Moddle> {
  const all = new Map<string, Moddle>();
  const add = (element: Moddle): void => {
    all.set(idOf(element), element);
    for (const list of ['participants', 'messageFlows', 'flowElements', 'laneSets', 'lanes']) {
      for (const child of childrenOf(element, list)) add(child);
    }
    const nested = childOf(element, 'childLaneSet');
    if (nested) add(nested);
  };
  for (const root of roots) add(root);
  return all;
}

function shapeOf(
  { id, bounds, label, expanded, horizontal, marker }: Shape,
  bpmnElement: Moddle | undefined,
  create: Create,
) {
  if (!bpmnElement) return [];
  const attributes = {
    id: `${id}_di`,
    bpmnElement,
    bounds: boundsOf(bounds, create),
    ...(expanded ? { isExpanded: true } : {}),
    ...(horizontal ? { isHorizontal: true } : {}),
    ...(marker ? { isMarkerVisible: true } : {}),
    ...(label ? { label: create('bpmndi:BPMNLabel', { bounds: boundsOf(label, create) }) } : {}),
  };
  return [create('bpmndi:BPMNShape', attributes)];
}

function edgeOf({ id, points, label }: Edge, bpmnElement: Moddle | undefined, create: Create) {
  if (!bpmnElement) return [];
  const attributes = {
    id: `${id}_di`,
    bpmnElement,
    waypoint: points.map(({ x, y }) => create('dc:Point', { x: Math.round(x), y: Math.round(y) })),
    ...(label ? { label: create('bpmndi:BPMNLabel', { bounds: boundsOf(label, create) }) } : {}),
  };
  return [create('bpmndi:BPMNEdge', attributes)];
}

function boundsOf({ x, y, width, height }: Bounds, create: Create): Moddle {
  const whole = Math.round;
  return create('dc:Bounds', { x: whole(x), y: whole(y), width: whole(width), height: whole(height) });
}
