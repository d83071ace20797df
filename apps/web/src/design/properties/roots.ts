import type { Moddle } from '../editor/services.ts';
import type { Sketch } from '../editor/sketch.ts';
import type { Binding, Subject } from './binding.ts';
import { write } from './binding.ts';

type RootType = 'Message' | 'Signal' | 'Error' | 'Escalation';

const references: Readonly<Record<RootType, string>> = {
  Message: 'messageRef',
  Signal: 'signalRef',
  Error: 'errorRef',
  Escalation: 'escalationRef',
};
/** What a catcher goes by: an error and an escalation by their code. */
const telling: Readonly<Record<RootType, string>> = {
  Message: 'name',
  Signal: 'name',
  Error: 'errorCode',
  Escalation: 'escalationCode',
};

/** Names of the messages, signals, errors or escalations that the document knows. */
export const namesOf = (sketch: Sketch, type: RootType): readonly string[] =>
  rootsOf(sketch, type).map((root) => nameOf(root, type));

const nameOf = (root: Moddle, type: RootType): string =>
  root.get<string>(telling[type]) ?? root.get<string>('name') ?? root.id;

const rootsOf = (sketch: Sketch, type: RootType): readonly Moddle[] =>
  (sketch.modeler.getDefinitions().get<readonly Moddle[]>('rootElements') ?? []).filter(
    ({ $type }) => $type === `bpmn:${type}`,
  );

/** What is sent, awaited, thrown or caught, by its name: the same name is the same message everywhere in the document. */
export const root = (type: RootType, holder: (subject: Subject) => Moddle | undefined): Binding => ({
  get: (subject) => {
    const found = holder(subject)?.get<Moddle>(references[type]);
    return found ? nameOf(found, type) : '';
  },
  set(subject, value) {
    const of = holder(subject);
    if (of)
      write(subject, { [references[type]]: value.trim() ? known(subject.sketch, type, value.trim()) : undefined }, of);
  },
});

/** The document's own, or a new one that becomes part of the document; one that nobody names any more does no harm. */
function known(sketch: Sketch, type: RootType, name: string): Moddle {
  const found = rootsOf(sketch, type).find((one) => nameOf(one, type) === name);
  if (found) return found;
  const definitions = sketch.modeler.getDefinitions();
  const made = sketch.get('bpmnFactory').create(`bpmn:${type}`, { name, [telling[type]]: name });
  Object.assign(made, { $parent: definitions });
  definitions.set('rootElements', [...(definitions.get<readonly Moddle[]>('rootElements') ?? []), made]);
  return made;
}
