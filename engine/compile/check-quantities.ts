import { childOf, childrenOf, idOf, typeOf, type Moddle } from './moddle.ts';
import type { Report } from './report.ts';
import { refusedValues } from './support.ts';

/** Attributes that would change the course and that are not executed: refused by name, never passed over. */
export function checkQuantities(node: Moddle, report: Report): void {
  const loop = childOf(node, 'loopCharacteristics');
  for (const element of [node, ...(loop ? [loop] : []), ...childrenOf(node, 'eventDefinitions')]) {
    for (const { on, attribute, executed, name } of refusedValues) {
      const value = element[attribute];
      if (!on.test(typeOf(element)) || value === undefined || value === executed) continue;
      report.defect(
        'UNSUPPORTED_ATTRIBUTE',
        `尚不支持${name}（${attribute}="${String(value)}"）`,
        idOf(node),
        attribute,
      );
    }
  }
}
