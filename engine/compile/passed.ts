import type { Mapping } from '../model.ts';
import type { Compilation } from './compilation.ts';
import { extensionsOf, idOf, textOf, type Moddle } from './moddle.ts';
import { camundaFamily } from './namespaces.ts';

/** camunda:in and camunda:out, of a call activity or of a signal that is thrown. */
export const passing = (node: Moddle, way: 'in' | 'out'): readonly Moddle[] =>
  extensionsOf(node).filter((one) => camundaFamily.some((prefix) => one.$type === `${prefix}:${way}`));

export const passesAll = (node: Moddle, way: 'in' | 'out'): boolean =>
  passing(node, way).some((one) => textOf(one, 'variables') === 'all');

/** Those with source or sourceExpression and target. */
export function camundaPassed(
  node: Moddle,
  way: 'in' | 'out',
  compilation: Compilation,
  elementId = idOf(node),
): readonly Mapping[] {
  return passing(node, way).flatMap((one) => {
    if (textOf(one, 'variables') === 'all') return [];
    const target = textOf(one, 'target');
    const source = textOf(one, 'source') ?? textOf(one, 'sourceExpression');
    const expression = compilation.expressions.expression(source, { elementId, path: one.$type });
    if (target === undefined || !expression) {
      compilation.report.warning('NOT_IMPORTED', `${one.$type} 未采用：没有 source 和 target`, elementId);
      return [];
    }
    compilation.declared.add(target);
    return [{ source: expression, target }];
  });
}
