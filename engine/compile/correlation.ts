import type { Expression } from '../model.ts';
import type { Compilation } from './compilation.ts';
import { ld } from './attributes.ts';
import { extensionsOf, idOf, textOf, type Moddle } from './moddle.ts';
import { pairsOf } from './pairs.ts';

/** The correlation values of a message: ld:correlation on the element, its definition or the message, or zeebe's subscription. */
export function correlationOf(
  node: Moddle,
  holder: Moddle,
  message: Moddle | undefined,
  compilation: Compilation,
): Record<string, Expression> | null {
  const elementId = idOf(node);
  const all: Record<string, Expression> = {};
  const add = (target: string, source: string | undefined, path: string) => {
    const expression = compilation.expressions.expression(source, { elementId, path });
    if (expression) all[target] = expression;
  };
  for (const element of new Set([message, holder, node])) {
    const text = element && ld(element, 'correlation');
    for (const { target, source } of text ? pairsOf(text) : []) add(target, source, 'ld:correlation');
  }
  const subscription = extensionsOf(message).find((one) => one.$type === 'zeebe:subscription');
  const key = textOf(subscription, 'correlationKey');
  if (key) add(/^=\s*([\p{L}_][\p{L}\p{N}_]*)$/u.exec(key)?.[1] ?? 'correlationKey', key, 'zeebe:subscription');
  const subscribed = message ? compilation.subscriptions.get(idOf(message)) : undefined;
  for (const [target, source] of Object.entries(subscribed ?? {})) add(target, source, 'correlationSubscription');
  return Object.keys(all).length === 0 ? null : all;
}
