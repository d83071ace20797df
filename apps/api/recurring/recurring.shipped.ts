import { recurringOfRelease } from '../../../definitions/recurring.ts';
import type { Shipped } from './recurring.schema.ts';
import { newProcedureSchema } from './recurring.schema.ts';

/** The recurring procedures of this release, as they would be taken over; which are there already. */
export function shippedProcedures(known: ReadonlySet<string>): Shipped {
  return {
    items: recurringOfRelease().map(({ ownerRole, ...procedure }) => ({
      ...newProcedureSchema.parse(procedure),
      ownerRole,
      known: known.has(procedure.id),
    })),
  };
}
