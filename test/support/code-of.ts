import { CaseError } from '../../domain/errors.ts';

/** The code with which an act is refused, or `accepted`. Anything else that is thrown goes on. */
export function codeOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof CaseError) return error.code;
    throw error;
  }
  return 'accepted';
}
