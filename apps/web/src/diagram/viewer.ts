import navigatedViewer from 'bpmn-js/lib/NavigatedViewer.js';
import 'bpmn-js/dist/assets/diagram-js.css';

export type ElementState = 'passed' | 'current' | 'late';

export interface Step {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly lane: string;
  readonly next: readonly string[];
  readonly previous: readonly string[];
  readonly basis: string;
}

interface Shape {
  readonly id: string;
  readonly type: string;
  readonly width: number;
  readonly height: number;
  readonly labelTarget?: unknown;
  readonly businessObject: Business;
}
interface Business {
  readonly id: string;
  readonly name?: string;
  readonly lanes?: readonly Business[];
  readonly flowNodeRef?: readonly Business[];
  readonly outgoing?: readonly { readonly targetRef: Business }[];
  readonly incoming?: readonly { readonly sourceRef: Business }[];
  readonly documentation?: readonly { readonly text?: string }[];
}
interface Canvas {
  zoom(level: 'fit-viewport', center?: 'auto'): number;
  zoom(level?: number): number;
  viewbox(): { x: number; y: number; width: number; height: number; outer: { width: number; height: number } };
  addMarker(id: string, marker: string): void;
  removeMarker(id: string, marker: string): void;
  scrollToElement(id: string, padding?: { top: number; bottom: number; left: number; right: number }): void;
  getGraphics(id: string): SVGElement;
}
interface Registry {
  filter(test: (shape: Shape) => boolean): readonly Shape[];
  get(id: string): Shape | undefined;
}
interface Overlays {
  add(id: string, overlay: { position: { top: number; left: number }; html: HTMLElement }): void;
}
interface ZoomScroll {
  stepZoom(delta: number): void;
}

/** A diagram on the page: what it holds and what can be done with it. */
export interface Drawing {
  readonly steps: readonly Step[];
  readonly canvas: Canvas;
  readonly zoomBy: (delta: number) => void;
  /** As much of the whole as can be read, with this step in the middle. */
  readonly show: (id: string | undefined) => void;
  readonly destroy: () => void;
}

/** The package's types speak of a module inside the module. */
const Viewer = navigatedViewer as unknown as new (options: object) => {
  importXML(xml: string): Promise<unknown>;
  get<Service>(name: string): Service;
  destroy(): void;
};

/** Below this scale the names of steps cannot be read. */
const readable = 0.7;

const node = /^bpmn:(.*Task|.*Event|.*Gateway|SubProcess|CallActivity|Transaction|AdHocSubProcess)$/;

/** Draws a procedure into an element in the colours of the page. */
export async function draw(
  container: HTMLElement,
  xml: string,
  colours: { fill: string; stroke: string; label: string },
): Promise<Drawing> {
  const viewer = new Viewer({
    container,
    bpmnRenderer: {
      defaultFillColor: colours.fill,
      defaultStrokeColor: colours.stroke,
      defaultLabelColor: colours.label,
    },
    textRenderer: { defaultStyle: { fontFamily: getComputedStyle(document.body).fontFamily, fontSize: 12 } },
  });
  await viewer.importXML(xml);
  const canvas = viewer.get<Canvas>('canvas');
  const registry = viewer.get<Registry>('elementRegistry');
  const zoomScroll = viewer.get<ZoomScroll>('zoomScroll');
  nameLanesUpright(registry, canvas, viewer.get<Overlays>('overlays'));
  /** A folded or not yet laid out place has no size to fit into. */
  const fit = (): number =>
    container.clientWidth > 0 && container.clientHeight > 0 ? canvas.zoom('fit-viewport', 'auto') : readable;
  fit();
  return {
    steps: stepsOf(registry),
    canvas,
    show(id) {
      if (fit() >= readable || id === undefined) return;
      canvas.zoom(readable);
      canvas.scrollToElement(id, { top: 120, bottom: 120, left: 240, right: 240 });
    },
    zoomBy: (delta) => zoomScroll.stepZoom(delta),
    destroy: () => viewer.destroy(),
  };
}

/** Chinese does not lie on its side: the names of lanes stand upright beside them. */
function nameLanesUpright(registry: Registry, canvas: Canvas, overlays: Overlays): void {
  for (const { id, height, businessObject } of registry.filter(({ type }) => /:(Lane|Participant)$/.test(type))) {
    canvas.addMarker(id, 'ld-lane');
    const html = document.createElement('div');
    html.className = 'lane-name';
    html.textContent = businessObject.name ?? '';
    html.style.height = `${height}px`;
    overlays.add(id, { position: { top: 0, left: 5 }, html });
  }
}

function stepsOf(registry: Registry): Step[] {
  const lanes = new Map<string, string>();
  for (const { businessObject: lane } of registry.filter(({ type }) => type === 'bpmn:Lane')) {
    for (const { id } of lane.flowNodeRef ?? []) lanes.set(id, lane.name ?? '');
  }
  return registry
    .filter(({ type, labelTarget }) => node.test(type) && labelTarget === undefined)
    .map(({ id, type, businessObject: { name = '', outgoing = [], incoming = [], documentation = [] } }) => ({
      id,
      type: type.replace('bpmn:', ''),
      name,
      lane: lanes.get(id) ?? '',
      next: outgoing.map(({ targetRef }) => targetRef.id),
      previous: incoming.map(({ sourceRef }) => sourceRef.id),
      basis: documentation.map(({ text = '' }) => text).join('\n'),
    }));
}
