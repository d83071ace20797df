import { isGuest } from '../../../domain/access.ts';
import { CaseError } from '../../../domain/errors.ts';
import type { Caller } from './caller.ts';
import type { CaseObject } from './object.queries.ts';

/** What tells of others' steps is not for guests of a case, such as the supervised unit. */
export function refuseGuest(caller: Caller, found: CaseObject): void {
  if (isGuest(caller, found)) throw new CaseError('FORBIDDEN', '您在此案只能看到自己办理的环节');
}
