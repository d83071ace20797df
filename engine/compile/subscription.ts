import type { Expression } from '../model.ts';
import type { Compilation } from './compilation.ts';
import { bodyOf, childOf, childrenOf, idOf, textOf, type Moddle } from './moddle.ts';

const propertyName = (property: Moddle): string => textOf(property, 'name') ?? idOf(property);

/** The standard's correlation subscriptions of a process: message id → property name → FEEL over the case. */
export function subscriptionsOf(process: Moddle): ReadonlyMap<string, Readonly<Record<string, string>>> {
  const found = new Map<string, Record<string, string>>();
  for (const subscription of childrenOf(process, 'correlationSubscriptions')) {
    for (const binding of childrenOf(subscription, 'correlationPropertyBinding')) {
      const property = childOf(binding, 'correlationPropertyRef');
      const path = bodyOf(childOf(binding, 'dataPath'));
      for (const retrieval of childrenOf(property, 'correlationPropertyRetrievalExpression')) {
        const message = childOf(retrieval, 'messageRef');
        if (!message || !property || path === undefined) continue;
        found.set(idOf(message), { ...found.get(idOf(message)), [propertyName(property)]: path });
      }
    }
  }
  return found;
}

/** How a message tells its correlation values: message name → property name → FEEL over the message. */
export function correlationsOf(
  rootElements: readonly Moddle[],
  { expressions }: Compilation,
): Record<string, Record<string, Expression>> {
  const all: Record<string, Record<string, Expression>> = {};
  for (const property of rootElements.filter((one) => one.$type === 'bpmn:CorrelationProperty')) {
    for (const retrieval of childrenOf(property, 'correlationPropertyRetrievalExpression')) {
      const message = childOf(retrieval, 'messageRef');
      const place = { elementId: idOf(property), path: 'messagePath' };
      const expression = expressions.expression(bodyOf(childOf(retrieval, 'messagePath')), place);
      if (!message || !expression) continue;
      const name = textOf(message, 'name') ?? idOf(message);
      all[name] = { ...all[name], [propertyName(property)]: expression };
    }
  }
  return all;
}
