import type { Json, Variables } from '../command.ts';
import type { Mapping } from '../model.ts';
import type { Step } from '../step.ts';
import { evaluateIn } from './evaluate.ts';

/** All mappings evaluated in the instance's context, before any is written. A target "a.b" sets a part of `a`. */
export function mapped(step: Step, instanceId: string, mappings: readonly Mapping[], extra?: Variables): Variables {
  const values: Record<string, Json> = {};
  for (const { source, target } of mappings) {
    const [name = target, ...path] = target.split('.');
    values[name] = placed(values[name], path, evaluateIn(step, instanceId, source, { ...extra, ...values }));
  }
  return values;
}

function placed(into: Json | undefined, path: readonly string[], value: Json): Json {
  const [first, ...rest] = path;
  if (first === undefined) return value;
  const known = typeof into === 'object' && into !== null && !Array.isArray(into) ? (into as Variables) : {};
  return { ...known, [first]: placed(known[first], rest, value) };
}
