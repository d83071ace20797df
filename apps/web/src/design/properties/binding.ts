import type { Drawn, Moddle } from '../editor/services.ts';
import type { Sketch } from '../editor/sketch.ts';

/** What of the model a panel is about: an element on the canvas, and the object whose properties it shows. */
export interface Subject {
  readonly sketch: Sketch;
  /** Tells the canvas what has changed: the element itself, or for a process what stands for it. */
  readonly element: Drawn;
  readonly object: Moddle;
}

/** How a field reads and writes the model; an empty text takes the property away. */
export interface Binding {
  readonly get: (subject: Subject) => string;
  readonly set: (subject: Subject, value: string) => void;
}

/** Changes properties of an object of the model as a step that can be undone. */
export function write(
  { sketch, element, object }: Subject,
  changes: Readonly<Record<string, unknown>>,
  of: Moddle = object,
): void {
  const modeling = sketch.get('modeling');
  if (of === element.businessObject) modeling.updateProperties(element, changes);
  else modeling.updateModdleProperties(element, of, changes);
}

const textOf = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
const orNothing = (value: string): string | undefined => (value.trim() === '' ? undefined : value);

/** An attribute of the object, ours (`ld:role`) or BPMN's (`name`). */
export const attribute = (name: string): Binding => ({
  get: ({ object }) => textOf(object.get(name)),
  set: (subject, value) => write(subject, { [name]: orNothing(value) }),
});

/** A yes or no of BPMN; `absent` is what holds when nothing is said. */
export const flag = (name: string, absent: boolean): Binding => ({
  get: ({ object }) => textOf(object.get(name) ?? absent),
  set: (subject, value) => write(subject, { [name]: value === 'true' }),
});

/** A yes or no of ours, written only where it is not what holds anyway. */
export const choice = (name: string, absent: string): Binding => ({
  get: ({ object }) => textOf(object.get(name)) || absent,
  set: (subject, value) => write(subject, { [name]: value === absent ? undefined : value }),
});

/** A child that is an expression: a condition, a timer's duration. */
export const expression = (property: string, holder: (subject: Subject) => Moddle | undefined = own): Binding => ({
  get: (subject) => textOf(holder(subject)?.get<Moddle>(property)?.get('body')),
  set(subject, value) {
    const of = holder(subject);
    if (!of) return;
    const body = orNothing(value);
    const made = body && subject.sketch.get('bpmnFactory').create('bpmn:FormalExpression', { body });
    if (made) Object.assign(made, { $parent: of });
    write(subject, { [property]: made }, of);
  },
});

const own = ({ object }: Subject): Moddle => object;

/** The event's definition of this kind. */
export const definitionOf = (object: Moddle, type: string): Moddle | undefined =>
  object.get<readonly Moddle[]>('eventDefinitions')?.find(({ $type }) => $type === `bpmn:${type}`);

export const inDefinition =
  (type: string) =>
  ({ object }: Subject): Moddle | undefined =>
    definitionOf(object, type);

export const inLoop = ({ object }: Subject): Moddle | undefined => object.get<Moddle>('loopCharacteristics');

/** An attribute of a part of the object. */
export const attributeOf = (holder: (subject: Subject) => Moddle | undefined, name: string): Binding => ({
  get: (subject) => textOf(holder(subject)?.get(name)),
  set(subject, value) {
    const of = holder(subject);
    if (of) write(subject, { [name]: orNothing(value) }, of);
  },
});

/** The text of the object's first documentation: the legal basis of a step. */
export const documentation: Binding = {
  get: ({ object }) => textOf(object.get<readonly Moddle[]>('documentation')?.[0]?.get('text')),
  set(subject, value) {
    const text = orNothing(value);
    const made = text && subject.sketch.get('bpmnFactory').create('bpmn:Documentation', { text });
    if (made) Object.assign(made, { $parent: subject.object });
    write(subject, { documentation: made ? [made] : [] });
  },
};
