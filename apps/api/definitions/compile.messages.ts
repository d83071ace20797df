import type { Compiled } from '../../../engine/compile/compile.ts';
import type { DecisionModel } from '../../../engine/decisions/decision.ts';

/** What publication must know to tell a typing error from a name. */
export interface KnownNames {
  readonly periods: readonly string[];
  readonly ladders: readonly string[];
  readonly forms: readonly string[];
  readonly formFields: Readonly<Record<string, readonly string[]>>;
  readonly roles: readonly string[];
  readonly agencies: readonly string[];
  readonly definitions: readonly string[];
  /** The newest published decisions, each with its version. */
  readonly decisions: readonly DecisionModel[];
}

export interface CompileRequest {
  readonly id: number;
  readonly bytes: Uint8Array;
  readonly known: KnownNames;
}

/** A BPMN document's processes or a DMN document's decisions. */
export interface CompiledDocument extends Compiled {
  readonly decisions: readonly DecisionModel[];
}

export type CompileReply = { readonly id: number } & (
  | { readonly compiled: CompiledDocument }
  | { readonly failed: string }
);
