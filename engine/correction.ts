import type { Variables } from './command.ts';

/** A token: the instance that holds it, or the element where only one stands. */
interface Standing {
  readonly instanceId?: string;
  readonly elementId?: string;
}

/** Where a token appears: at an element of a scope that is there, or is opened for it. */
interface Target {
  /** The flow by which it comes, where that matters: to a join. */
  readonly flowId?: string;
  /** The scope, where several would do. */
  readonly scopeId?: string;
}

/** What an operator does to the tokens of a case; several are carried out together, in order, before anything moves. */
export type Instruction =
  /** The branch is over, with everything in it. */
  | (Standing & { readonly kind: 'cancel' })
  /** The token goes on as if the work had been done. */
  | (Standing & { readonly kind: 'skip'; readonly outcome?: string; readonly variables?: Variables })
  /** The work begins anew: a new task, new deadlines. */
  | (Standing & { readonly kind: 'repeat' })
  | (Standing & Target & { readonly kind: 'move'; readonly to: string })
  /** A further token begins at the element. */
  | (Target & { readonly kind: 'start'; readonly at: string })
  /** A further token leaves the element, whose work is taken as done. */
  | (Target & { readonly kind: 'startAfter'; readonly at: string });

/** Something that a correction leads to and that its author should know; it is refused unless these are accepted. */
export interface Warning {
  readonly code: string;
  readonly elementId: string;
  readonly message: string;
}
