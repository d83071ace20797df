import type { Instant } from '../domain/time.ts';
import type { Variables } from './command.ts';
import { evaluate, FeelError } from './feel/feel.ts';
import type { ProcessModel } from './model.ts';

interface Named {
  /** What whoever opens the case would call it. */
  readonly given?: string | undefined;
  /** What the case begins with. */
  readonly variables?: Variables | undefined;
}

const longest = 200;

/**
 * What a new case is called, whichever way it is opened: as its opener says, or as the procedure alone has it (ld:titled), so that
 * nothing can be written there that nobody is to know. An expression that gives no text leaves the procedure's name: no case fails
 * for what it is called.
 */
export function caseTitleOf(model: ProcessModel, { given, variables = {} }: Named, now: Instant): string {
  const { titled, name, names } = model;
  if (titled === undefined) return given ?? name;
  if (titled === 'procedure') return name;
  try {
    const made = evaluate(titled.feel, variables, { now, names });
    return typeof made === 'string' && made.trim() !== '' ? made.trim().slice(0, longest) : name;
  } catch (error) {
    if (!(error instanceof FeelError)) throw error;
    return name;
  }
}
