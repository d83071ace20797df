import navigatedViewer from 'bpmn-js/lib/NavigatedViewer.js';
import 'bpmn-js/dist/assets/diagram-js.css';
import type { BpmnJs, Canvas, EventBus, Overlays, Registry, ZoomScroll } from './bpmn.ts';
import { fittingOf } from './fitting.ts';
import type { Fitting } from './fitting.ts';
import { pinLanes } from './lane-strip.ts';
import { putMarks } from './marks.ts';
import type { Marks } from './marks.ts';
import { stepsOf } from './steps.ts';
import type { Step } from './steps.ts';

/** A diagram on the page: what it holds and what can be done with it. */
export interface Drawing extends Fitting {
  readonly steps: readonly Step[];
  readonly canvas: Canvas;
  readonly zoomBy: (delta: number) => void;
  readonly mark: (marks: Marks) => () => void;
  readonly destroy: () => void;
}

/** Colours and letters of the page, for a viewer or a modeler; the colours follow the page's look by themselves. */
export const optionsOf = (container: HTMLElement) => ({
  container,
  canvas: { deferUpdate: false },
  bpmnRenderer: {
    defaultFillColor: 'var(--shape)',
    defaultStrokeColor: 'var(--text)',
    defaultLabelColor: 'var(--text)',
  },
  textRenderer: { defaultStyle: { fontFamily: getComputedStyle(document.body).fontFamily, fontSize: 12 } },
});

const Viewer = navigatedViewer as unknown as new (options: object) => BpmnJs;

/** Draws a procedure into an element in the colours of the page. */
export async function draw(container: HTMLElement, xml: string): Promise<Drawing> {
  const viewer = new Viewer(optionsOf(container));
  await viewer.importXML(xml);
  const canvas = viewer.get<Canvas>('canvas');
  const registry = viewer.get<Registry>('elementRegistry');
  const overlays = viewer.get<Overlays>('overlays');
  const zoomScroll = viewer.get<ZoomScroll>('zoomScroll');
  const strip = pinLanes({ container, canvas, registry, events: viewer.get<EventBus>('eventBus') });
  const fitting = fittingOf(container, canvas, registry, strip);
  fitting.showWhole();
  return {
    ...fitting,
    steps: stepsOf(registry),
    canvas,
    zoomBy: (delta) => zoomScroll.stepZoom(delta),
    mark: (marks) => putMarks({ canvas, overlays, registry }, marks),
    destroy: () => viewer.destroy(),
  };
}
