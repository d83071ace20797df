import { requireOperator } from '../cases/operator.ts';
import type { Step } from '../step.ts';
import { carryOut, requireReason, type Correcting } from './carry-out.ts';
import { ask, wantsSecondPerson } from './second-person.ts';

/** At once, or when another operator has confirmed it where the procedure wants that. */
export function correct(step: Step, act: Correcting): void {
  requireOperator(step);
  if (act.kind === 'correctCase') requireReason(step);
  if (wantsSecondPerson(step)) ask(step, act);
  else carryOut(step, act);
}
