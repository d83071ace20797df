import type { Moddle } from '../editor/services.ts';
import type { Sketch } from '../editor/sketch.ts';
import type { Binding, Subject } from './binding.ts';
import { inLoop, write } from './binding.ts';

/** A variable that the process itself declares: a data object. */
export const dataObjectsOf = (sketch: Sketch): readonly Moddle[] =>
  (sketch.process().get<readonly Moddle[]>('flowElements') ?? []).filter(({ $type }) => $type === 'bpmn:DataObject');

const variableOf = (data: Moddle): string => data.get<string>('name') ?? data.id;

/** The collection of a multi-instance by its variable's name; the standard wants a data object of that name. */
export const collection = (property: 'loopDataInputRef' | 'loopDataOutputRef'): Binding => ({
  get: (subject) => {
    const data = inLoop(subject)?.get<Moddle>(property);
    return data ? variableOf(data) : '';
  },
  set(subject, value) {
    const loop = inLoop(subject);
    if (loop) write(subject, { [property]: value.trim() ? dataObject(subject, value.trim()) : undefined }, loop);
  },
});

function dataObject({ sketch }: Subject, name: string): Moddle {
  const found = dataObjectsOf(sketch).find((one) => variableOf(one) === name);
  if (found) return found;
  const process = sketch.process();
  const made = sketch.get('bpmnFactory').create('bpmn:DataObject', { name });
  Object.assign(made, { $parent: process });
  process.set('flowElements', [...(process.get<readonly Moddle[]>('flowElements') ?? []), made]);
  return made;
}

/** The variable that each instance sees, or that it gives. */
export const item = (property: 'inputDataItem' | 'outputDataItem'): Binding => ({
  get: (subject) => inLoop(subject)?.get<Moddle>(property)?.get<string>('name') ?? '',
  set(subject, value) {
    const loop = inLoop(subject);
    if (!loop) return;
    const name = value.trim();
    const made = name
      ? subject.sketch
          .get('bpmnFactory')
          .create(property === 'inputDataItem' ? 'bpmn:DataInput' : 'bpmn:DataOutput', { name })
      : undefined;
    if (made) Object.assign(made, { $parent: loop });
    write(subject, { [property]: made }, loop);
  },
});
