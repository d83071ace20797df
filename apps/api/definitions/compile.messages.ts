import type { Compiled } from '../../../engine/compile/compile.ts';
/** What publication must know to tell a typing error from a name. */
export interface KnownNames {
  readonly periods: readonly string[];
  readonly ladders: readonly string[];
  readonly forms: readonly string[];
  readonly roles: readonly string[];
  readonly agencies: readonly string[];
  readonly definitions: readonly string[];
}

export interface CompileRequest {
  readonly id: number;
  readonly bytes: Uint8Array;
  readonly known: KnownNames;
}

export type CompileReply = { readonly id: number } & ({ readonly compiled: Compiled } | { readonly failed: string });
