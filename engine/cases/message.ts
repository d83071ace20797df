import { CaseError } from '../../domain/errors.ts';
import { trigger } from '../elements/trigger.ts';
import { correlationOf } from '../scopes/correlation.ts';
import type { Step } from '../step.ts';
import type { ActOf } from './apply.ts';

/** To the one receiver that waits for it, the longest waiting of several; nothing is kept for later. */
export function message(step: Step, { name, variables = {}, correlation = {} }: ActOf<'message'>): void {
  const wait = step.draft.waits
    .rows()
    .filter((one) => one.kind === 'message' && one.name === name)
    .find((one) => {
      const known = correlationOf(step, one);
      return Object.entries(correlation).every(([key, value]) => same(known[key], value));
    });
  if (!wait) throw new CaseError('NO_RECEIVER', `案件当前没有等待消息“${name}”。`, { name });
  step.journal('message-received', { elementId: wait.element }, { name });
  trigger(step, wait.instance, wait.element, variables);
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
