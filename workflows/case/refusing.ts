import { ApplicationFailure } from '@temporalio/workflow';
import { CaseError } from '../../domain/errors.ts';

/** Turns a refusal of the rules into a failure that the sender can read: `type` is the code. Anything else is a defect and stays one. */
export function refusing<T>(rule: () => T): T {
  try {
    return rule();
  } catch (error) {
    if (error instanceof CaseError) throw ApplicationFailure.nonRetryable(error.message, error.code, error.details);
    throw error;
  }
}
