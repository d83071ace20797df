import type { Variables } from '../../engine/command.ts';

/** What a service task's activity is called with. `id` is the same when the call is repeated: the outside may know it already. */
export interface ServiceCall {
  readonly id: string;
  readonly caseId: string;
  readonly caseNumber: string;
  readonly trial: boolean;
  /** The case's clock when it asked, epoch milliseconds. */
  readonly at: number;
  readonly input: Variables;
}

/** One service that a procedure may name in ld:activity. A thrown BusinessError becomes a BPMN error with its code; anything else is repeated, then an incident. */
export type Service = (call: ServiceCall) => Promise<Variables>;

/** An answer of a service that the procedure may catch by its code. */
export class BusinessError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = 'BusinessError';
  }
}
