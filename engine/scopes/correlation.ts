import type { Variables } from '../command.ts';
import type { Wait } from '../state.ts';
import type { Step } from '../step.ts';
import { variablesOf } from './variables.ts';

/** What a message is compared with: the variables that the receiver sees, its declared keys over them. */
export function correlationOf(step: Step, { instance, correlation }: Wait): Variables {
  return { ...variablesOf(step, instance), ...correlation };
}
