import { CaseError } from '../../domain/errors.ts';
import { broadcast } from '../elements/signal.ts';
import type { Step } from '../step.ts';
import type { ActOf } from './apply.ts';

/** To all in the case that listen. */
export function signal(step: Step, { name, variables = {} }: ActOf<'signal'>): void {
  if (broadcast(step, name, variables) === 0) {
    throw new CaseError('NO_RECEIVER', `案件当前没有等待信号“${name}”。`, { name });
  }
}
