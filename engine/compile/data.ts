import type { Compilation } from './compilation.ts';
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
  return names.find((name) => name !== undefined && isVariable(name)) ?? idOf(data);
}

export const isVariable = (text: string): boolean => /^[\p{L}_][\p{L}\p{N}_]*$/u.test(text);

/**
 * The standard's data associations of an activity as mappings: assignments as they are, a transformation, or a data object
 * under another name. Associations that only draw a line (their other end is no data input or output) say nothing.
 */
export function dataPairs(
  node: Moddle,
  list: 'dataInputAssociations' | 'dataOutputAssociations',
  { report }: Compilation,
): readonly Pair[] {
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
    const name = variableOf(target);
    if (given === name) return [];
    if (isVariable(name) && (isVariable(given) || childOf(association, 'transformation')))
      return [{ source: given, target: name }];
    const message = `数据 “${textOf(source, 'name') ?? idOf(source)}” 没有可用作变量的名称，这条数据关联未采用`;
    report.warning('DATA_NOT_USED', message, idOf(node), list);
    return [];
  });
}
