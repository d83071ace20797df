import { compileDecisions } from '../../../engine/decisions/compile.ts';
import { decide } from '../../../engine/decisions/decide.ts';
import { evaluate, FeelError } from '../../../engine/feel/feel.ts';
import { Stuck } from '../../../engine/stuck.ts';
import type { Json, Variables } from '../../../engine/command.ts';
import type { TrialOfDecision, TriedDecision } from './compile.messages.ts';

/** Makes a decision that is being drawn from values written in FEEL; paths like `case.amount` become contexts. */
export async function tryDecision(bytes: Uint8Array, { key, values, now }: TrialOfDecision): Promise<TriedDecision> {
  const { decisions, defects } = await compileDecisions(bytes);
  const model = decisions.find((one) => one.key === key);
  if (!model) return { value: null, hits: null, defects, failed: null };
  try {
    const known = {};
    for (const [path, feel] of Object.entries(values)) place(known, path.split('.'), evaluate(feel, {}, { now }));
    return { ...decide(model, known, now), defects, failed: null };
  } catch (error) {
    if (error instanceof FeelError || error instanceof Stuck) {
      return { value: null, hits: null, defects, failed: error.message };
    }
    throw error;
  }
}

type Place = { [name: string]: Json };

function place(into: Place, [name = '', ...rest]: readonly string[], value: Json): void {
  if (rest.length === 0) {
    into[name] = value;
    return;
  }
  const there = Object.hasOwn(into, name) ? into[name] : undefined;
  const inner: Place = isContext(there) ? { ...there } : {};
  into[name] = inner;
  place(inner, rest, value);
}

const isContext = (value: Json | undefined): value is Variables =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
