import { bridge } from '../feel/bridge.ts';
import type { TextType } from './decision.ts';

/** A text becomes a value of the type that the document names; what is no such text stays what it is. */
export function typed(value: unknown, type: TextType | undefined): unknown {
  if (type === undefined || typeof value !== 'string') return value;
  return bridge(`function(a) ${type}(a)`)(value) ?? value;
}
