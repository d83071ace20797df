import type { Compilation } from './compilation.ts';
import { childOf, childrenOf, idOf, typeOf, type Moddle } from './moddle.ts';
import { refusedValues } from './support.ts';

/**
 * Attributes that would change the course and that are not executed: refused by name, never passed over. Where the engine
 * that a document was made for has never executed them either, they are only told.
 */
export function checkQuantities(node: Moddle, { report, isForeign }: Compilation): void {
  const loop = childOf(node, 'loopCharacteristics');
  for (const element of [node, ...(loop ? [loop] : []), ...childrenOf(node, 'eventDefinitions')]) {
    for (const { on, attribute, executed, name, idleInFamily } of refusedValues) {
      const value = element[attribute];
      if (!on.test(typeOf(element)) || value === undefined || value === executed) continue;
      const told = `尚不支持${name}（${attribute}=${JSON.stringify(value)}）`;
      if (isForeign && idleInFamily) report.warning('UNSUPPORTED_ATTRIBUTE', told, idOf(node), attribute);
      else report.defect('UNSUPPORTED_ATTRIBUTE', told, idOf(node), attribute);
    }
  }
}
