import { bodyOf, childOf, childrenOf, idOf, textOf, type Moddle } from './moddle.ts';
import type { Pair } from './pairs.ts';

/** One end of a data association; the standard allows several sources. */
export const ends = (association: Moddle, property: string): readonly Moddle[] => {
  const one = childOf(association, property);
  return one ? [one] : childrenOf(association, property);
};

/** The variable of a data object, a reference to one, or a property: its name where that can be a name, else its id. */
export function variableOf(data: Moddle): string {
  const object = childOf(data, 'dataObjectRef');
  const names = [textOf(data, 'name'), textOf(object, 'name'), textOf(object, 'id')];
  return names.find((name) => name !== undefined && isName(name)) ?? idOf(data);
}

const isName = (text: string): boolean => /^[\p{L}_][\p{L}\p{N}_]*$/u.test(text);

/**
 * The standard's data associations of an activity as mappings: assignments as they are, a transformation, or a data object
 * under another name. Associations that only draw a line (their other end is no data input or output) say nothing.
 */
export function dataPairs(node: Moddle, list: 'dataInputAssociations' | 'dataOutputAssociations'): readonly Pair[] {
  const loop = childOf(node, 'loopCharacteristics');
  const looped = [childOf(loop, 'loopDataInputRef'), childOf(loop, 'loopDataOutputRef')];
  return childrenOf(node, list).flatMap((association): readonly Pair[] => {
    const assignments = childrenOf(association, 'assignment').flatMap((one) => {
      const [source, target] = [bodyOf(childOf(one, 'from')), bodyOf(childOf(one, 'to'))];
      return source !== undefined && target !== undefined ? [{ source, target }] : [];
    });
    if (assignments.length > 0) return assignments;
    const [source] = ends(association, 'sourceRef');
    const [target] = ends(association, 'targetRef');
    if (!source || !target || looped.includes(source) || looped.includes(target)) return [];
    const inner = list === 'dataInputAssociations' ? target : source;
    if (!/^bpmn:Data(?:In|Out)put$/.test(inner.$type)) return [];
    const given = bodyOf(childOf(association, 'transformation')) ?? variableOf(source);
    return given === variableOf(target) ? [] : [{ source: given, target: variableOf(target) }];
  });
}
