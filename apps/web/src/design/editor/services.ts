import type { BpmnJs, Business, Canvas, EventBus, Overlays, Registry, Shape } from '../../diagram/bpmn.ts';

/** An element of the model as bpmn-moddle holds it: read and written by name. */
export interface Moddle extends Business {
  readonly $attrs: Readonly<Record<string, string>>;
  readonly $parent?: Moddle;
  get<Value>(name: string): Value | undefined;
  set(name: string, value: unknown): void;
}

export interface Drawn extends Omit<Shape, 'businessObject'> {
  readonly labelTarget?: unknown;
  readonly businessObject: Moddle;
  readonly parent?: Drawn;
  readonly children: readonly Drawn[];
  readonly incoming: readonly Connection[];
  readonly outgoing: readonly Connection[];
  readonly labels?: readonly Drawn[];
  readonly host?: Drawn;
  readonly di: Moddle;
}

export interface Connection extends Omit<Drawn, 'waypoints'> {
  readonly source: Drawn;
  readonly target: Drawn;
  readonly waypoints: readonly { readonly x: number; readonly y: number }[];
}

interface Point {
  readonly x: number;
  readonly y: number;
}

interface Modeling {
  updateProperties(element: Drawn, properties: Readonly<Record<string, unknown>>): void;
  updateModdleProperties(element: Drawn, moddle: Moddle, properties: Readonly<Record<string, unknown>>): void;
  updateLabel(element: Drawn, label: string): void;
  removeElements(elements: readonly Drawn[]): void;
  connect(source: Drawn, target: Drawn): Connection | undefined;
  moveElements(elements: readonly Drawn[], delta: Point, target?: Drawn): void;
  appendShape(source: Drawn, shape: object, position: Point, parent: Drawn): Drawn;
  createShape(shape: object, position: Point, parent: Drawn): Drawn;
  addLane(lane: Drawn, location: 'top' | 'bottom'): Drawn;
  splitLane(lane: Drawn, count: number): void;
  reconnectStart(connection: Connection, source: Drawn, docking: Point): void;
}

interface CommandStack {
  undo(): void;
  redo(): void;
  canUndo(): boolean;
  canRedo(): boolean;
  execute(command: string, context: object): void;
  registerHandler(command: string, handler: unknown): void;
}

export interface Services {
  readonly canvas: Canvas & { getRootElement(): Drawn };
  readonly elementRegistry: Registry;
  readonly eventBus: EventBus;
  readonly overlays: Overlays;
  readonly modeling: Modeling;
  readonly commandStack: CommandStack;
  readonly elementFactory: {
    createShape(attributes: Readonly<Record<string, unknown>>): Drawn;
    createParticipantShape(attributes: Readonly<Record<string, unknown>>): Drawn;
  };
  readonly bpmnFactory: { create(type: string, attributes?: Readonly<Record<string, unknown>>): Moddle };
  readonly bpmnReplace: { replaceElement(element: Drawn, target: Readonly<Record<string, unknown>>): Drawn };
  readonly moddle: {
    createAny(name: string, namespace: string, attributes: Readonly<Record<string, unknown>>): Moddle;
  };
  readonly autoPlace: { append(source: Drawn, shape: Drawn): Drawn };
  readonly selection: { select(element: Drawn | null): void; get(): readonly Drawn[] };
  readonly rules: { allowed(action: string, context: object): unknown };
  readonly zoomScroll: { stepZoom(delta: number): void };
}

export interface Modeler extends BpmnJs {
  get<Name extends keyof Services>(name: Name): Services[Name];
  get<Service>(name: string): Service;
  saveXML(options: { readonly format: boolean }): Promise<{ readonly xml: string }>;
  getDefinitions(): Moddle;
}
