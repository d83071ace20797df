import type { Mapping } from '../model.ts';
import { ld } from './attributes.ts';
import type { Compilation } from './compilation.ts';
import { extensionsOf, idOf, textOf, type Moddle } from './moddle.ts';
import { camundaFamily } from './namespaces.ts';
import { dataPairs, isVariable } from './data.ts';
import { gathered } from './nested.ts';
import { pairsOf, type Pair } from './pairs.ts';
import { valueOf } from './parameter.ts';

/** The input or output mappings of an element: ld: elements and attribute, zeebe's ioMapping, Camunda's inputOutput. */
export function mappingsOf(node: Moddle, way: 'input' | 'output', compilation: Compilation): readonly Mapping[] {
  const elementId = idOf(node);
  const own = [...ownElements(node, way, compilation), ...pairsOf(ld(node, way) ?? '')];
  const all = own.length > 0 ? own : foreignElements(node, way, compilation);
  return [
    ...all,
    ...dataPairs(node, way === 'input' ? 'dataInputAssociations' : 'dataOutputAssociations', compilation),
  ].flatMap(({ source, target }) => {
    if (!isVariable(target)) {
      compilation.report.defect('BAD_MAPPING', `“${target}” 不能用作变量名`, elementId, `ld:${way}`);
      return [];
    }
    const expression = compilation.expressions.expression(source, { elementId, path: `ld:${way}` });
    compilation.declared.add(target);
    return expression ? [{ source: expression, target }] : [];
  });
}

export const hasOwnMappings = (node: Moddle, way: 'input' | 'output'): boolean =>
  ld(node, way) !== undefined || extensionsOf(node).some(({ $type }) => $type === `ld:${way}`);

const ownElements = (node: Moddle, way: 'input' | 'output', compilation: Compilation): readonly Pair[] =>
  extensionsOf(node).flatMap((one) => (one.$type === `ld:${way}` ? pair(node, one, way, compilation) : []));

/** Of other engines: where we have mappings of our own, those hold. */
function foreignElements(node: Moddle, way: 'input' | 'output', compilation: Compilation): readonly Pair[] {
  return extensionsOf(node).flatMap((one): readonly Pair[] => {
    if (one.$type === 'zeebe:ioMapping') {
      const pairs = (one.$children ?? [])
        .filter((child) => child.$type === `zeebe:${way}`)
        .flatMap((child) => pair(node, child, way, compilation))
        .map(({ source, target }) => ({ source: source.startsWith('=') ? source : JSON.stringify(source), target }));
      return gathered(pairs, way);
    }
    if (!camundaFamily.some((prefix) => one.$type === `${prefix}:inputOutput`)) return [];
    return (one.$children ?? [])
      .filter((child) => child.$type.endsWith(`:${way}Parameter`))
      .flatMap((child) => parameter(node, child, compilation));
  });
}

function pair(node: Moddle, one: Moddle, way: string, { report }: Compilation): readonly Pair[] {
  const source = textOf(one, 'source');
  const target = textOf(one, 'target');
  if (source !== undefined && target !== undefined) return [{ source, target }];
  report.defect('BAD_MAPPING', `${one.$type} 要有 source 和 target`, idOf(node), `ld:${way}`);
  return [];
}

/** Camunda's parameter: a name and a text, which is a constant unless it is an expression; or a list, a map or a script. */
function parameter(node: Moddle, one: Moddle, { report }: Compilation): readonly Pair[] {
  const target = textOf(one, 'name');
  if (target === undefined) {
    report.warning('NOT_IMPORTED', `${one.$type} 未采用：没有 name`, idOf(node));
    return [];
  }
  if (!one.$children?.length) {
    const text = textOf(one, '$body') ?? '';
    return [{ source: text === '' ? 'null' : /[$#]\{/.test(text) ? text : JSON.stringify(text), target }];
  }
  const { feel, problem } = valueOf(one);
  if (feel !== undefined) return [{ source: `=${feel}`, target }];
  report.warning('NOT_IMPORTED', `${one.$type} “${target}” 未采用：${problem}`, idOf(node));
  return [];
}
