/** What of bpmn-js is used: its own types speak of a module inside a module. */
export interface Business {
  readonly id: string;
  readonly $type: string;
  readonly name?: string;
  readonly lanes?: readonly Business[];
  readonly childLaneSet?: { readonly lanes?: readonly Business[] };
  readonly flowNodeRef?: readonly Business[];
  readonly outgoing?: readonly { readonly targetRef: Business }[];
  readonly incoming?: readonly { readonly sourceRef: Business }[];
  readonly attachedToRef?: Business;
  readonly documentation?: readonly { readonly text?: string }[];
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Shape extends Box {
  readonly id: string;
  readonly type: string;
  readonly labelTarget?: unknown;
  readonly waypoints?: readonly { readonly x: number; readonly y: number }[];
  readonly businessObject: Business;
}

interface Viewbox extends Box {
  readonly scale: number;
  /** All that is drawn. */
  readonly inner: Box;
  readonly outer: { readonly width: number; readonly height: number };
}

export interface Canvas {
  viewbox(box?: Box): Viewbox;
  addMarker(id: string, marker: string): void;
  removeMarker(id: string, marker: string): void;
  scrollToElement(id: string, padding?: { top: number; bottom: number; left: number; right: number }): void;
  getGraphics(id: string): SVGElement;
  resized(): void;
}

export interface Registry {
  filter(test: (shape: Shape) => boolean): readonly Shape[];
  get(id: string): Shape | undefined;
}

export interface Overlays {
  add(id: string, type: string, overlay: { position: object; html: HTMLElement; scale?: boolean }): string;
  remove(filter: { readonly type: string }): void;
}

export interface ZoomScroll {
  stepZoom(delta: number): void;
}

export interface EventBus {
  on<Event>(names: string | readonly string[], listener: (event: Event) => void): void;
  fire(name: string): void;
  off(names: string | readonly string[], listener: (event: never) => void): void;
}

/** A viewer or a modeler. */
export interface BpmnJs {
  importXML(xml: string): Promise<{ readonly warnings: readonly ImportWarning[] }>;
  get<Service>(name: string): Service;
  destroy(): void;
}

interface ImportWarning {
  readonly message: string;
  readonly element?: Business;
  readonly property?: string;
  readonly value?: string;
}
