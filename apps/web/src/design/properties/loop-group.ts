import { attributeOf, expression, inLoop, write } from './binding.ts';
import type { Binding, Subject } from './binding.ts';
import { collection, item } from './collections.ts';
import { field } from './field.ts';
import type { Group } from './field.ts';

const multi = 'bpmn:MultiInstanceLoopCharacteristics';
const standard = 'bpmn:StandardLoopCharacteristics';

const loop: Binding = {
  get(subject) {
    const found = inLoop(subject);
    if (!found) return '';
    if (found.$type === standard) return 'loop';
    return found.get<boolean>('isSequential') ? 'sequential' : 'parallel';
  },
  set(subject, value) {
    const found = inLoop(subject);
    const type = value === 'loop' ? standard : multi;
    if (value === '') return write(subject, { loopCharacteristics: undefined });
    if (found?.$type === type && type === multi) return write(subject, { isSequential: value === 'sequential' }, found);
    const made = subject.sketch.get('bpmnFactory').create(type, value === 'sequential' ? { isSequential: true } : {});
    Object.assign(made, { $parent: subject.object });
    write(subject, { loopCharacteristics: made });
  },
};
const isMulti = (subject: Subject): boolean => inLoop(subject)?.$type === multi;
const isLoop = (subject: Subject): boolean => inLoop(subject)?.$type === standard;

/** 多实例与循环. */
export const loopGroup: Group = {
  name: 'loop',
  fields: [
    field('loop', loop, {
      control: { kind: 'choice', values: ['', 'parallel', 'sequential', 'loop'] },
      paths: [],
    }),
    field('collection', collection('loopDataInputRef'), { paths: ['loopDataInputRef'], when: isMulti }),
    field('element', item('inputDataItem'), { paths: ['inputDataItem'], when: isMulti }),
    field('cardinality', expression('loopCardinality', inLoop), {
      control: { kind: 'feel' },
      paths: ['loopCardinality'],
      when: isMulti,
    }),
    field('completion', expression('completionCondition', inLoop), {
      control: { kind: 'feel' },
      paths: ['completionCondition'],
      when: isMulti,
    }),
    field('outputCollection', collection('loopDataOutputRef'), { paths: ['loopDataOutputRef'], when: isMulti }),
    field('outputElement', item('outputDataItem'), { paths: ['outputDataItem'], when: isMulti }),
    field('loopCondition', expression('loopCondition', inLoop), {
      control: { kind: 'feel' },
      paths: ['loopCondition'],
      when: isLoop,
    }),
    field('loopMaximum', attributeOf(inLoop, 'loopMaximum'), { paths: ['loopMaximum'], when: isLoop }),
  ],
};
