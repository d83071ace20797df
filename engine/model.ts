import type { ClockKind, DeadlineRule } from '../domain/period.ts';

/** FEEL source without a leading "=", already parsed once at publication; what advance evaluates. */
export interface Expression {
  readonly feel: string;
}

/** A value given in the document: a constant, or an expression where the source began with "=". */
export type Value = { readonly constant: string } | Expression;

/** What makes a user task ours (contract §3). */
export interface TaskRule {
  readonly agency?: Value;
  readonly role?: Value;
  readonly assignee?: Value;
  readonly candidateUsers?: Value;
  readonly form?: string;
  readonly outcomes: readonly string[];
  /** Either a key of the rulebook's periods, resolved when the task opens, or a rule written in the definition. */
  readonly period?: string;
  readonly due?: DeadlineRule | { readonly at: Expression; readonly clock: ClockKind };
  /** What starts the clock: `opened`, `case-start` or a FEEL date. */
  readonly from: 'opened' | 'case-start' | Expression;
  readonly ladder?: string;
  /** Document type of the letter that completing this step leaves in the letter ledger. */
  readonly letter?: string;
  /** `ledger:variable` pairs: the array variable's elements become records, the variable itself is not kept. */
  readonly records: readonly { readonly ledger: string; readonly variable: string }[];
  readonly returnable: boolean;
  readonly withdrawable: boolean;
  readonly basis?: string;
  readonly priority?: number;
}

export interface Flow {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly condition?: Expression;
  readonly name?: string;
}

/** One element of the diagram. The family modules of engine/elements narrow `kind` to what they execute. */
export interface Element {
  readonly id: string;
  readonly kind: string;
  readonly name?: string;
  /** The process's or sub-process's id that directly contains it. */
  readonly scope: string;
  readonly incoming: readonly string[];
  readonly outgoing: readonly string[];
  readonly defaultFlow?: string;
  readonly laneAgency?: Value;
  readonly laneName?: string;
  readonly documentation?: string;
  readonly task?: TaskRule;
  /** Family-specific parts (event definition, multi-instance, call, script …), typed in engine/compile and engine/elements. */
  readonly [part: string]: unknown;
}

/** A procedure as it runs: plain JSON, made once at publication, never edited. */
export interface ProcessModel {
  readonly format: 1;
  readonly key: string;
  readonly name: string;
  readonly documentation?: string;
  readonly elements: Readonly<Record<string, Element>>;
  readonly flows: Readonly<Record<string, Flow>>;
  /** Names a FEEL expression of this model may see; the same list at publication and at run time. */
  readonly names: readonly string[];
  readonly [part: string]: unknown;
}
