/** A cell of a decision table, an output or a literal expression: FEEL, checked at publication. */
export type Feel = string;

export type HitPolicy = 'UNIQUE' | 'FIRST' | 'ANY' | 'PRIORITY' | 'COLLECT' | 'RULE ORDER' | 'OUTPUT ORDER';
export type Aggregation = 'SUM' | 'MIN' | 'MAX' | 'COUNT';

/** FEEL types whose values come as text in a case's variables and are made values of that type before they are compared. */
export type TextType = 'date' | 'time' | 'date and time' | 'duration';

interface TableInput {
  readonly expression: Feel;
  readonly type?: TextType;
}

export interface TableOutput {
  /** Null where a table has one output without a name. */
  readonly name: string | null;
  /** Allowed values from the first in rank to the last; empty where the table names none. */
  readonly ranks: readonly Feel[];
  readonly fallback?: Feel;
}

export interface TableRule {
  readonly id: string;
  /** One unary test for each input; "-" holds always. */
  readonly tests: readonly Feel[];
  /** One expression for each output. */
  readonly results: readonly Feel[];
}

export interface DecisionTable {
  readonly kind: 'table';
  /** Given: the table is a function of these, called by the expression that it is a part of. */
  readonly parameters?: readonly string[];
  readonly hitPolicy: HitPolicy;
  readonly aggregation?: Aggregation;
  readonly inputs: readonly TableInput[];
  readonly outputs: readonly TableOutput[];
  readonly rules: readonly TableRule[];
}

/** Literal and boxed expressions alike. */
interface DecisionExpression {
  readonly kind: 'expression';
  readonly feel: Feel;
}

/** One decision or business knowledge model; its value is bound to these names for what comes after it. */
export interface DecisionStep {
  readonly id: string;
  readonly names: readonly string[];
  readonly logic: DecisionTable | DecisionExpression;
}

/** A decision as it is made: plain JSON, compiled once at publication. The last step is the decision itself, what it requires comes before it. */
export interface DecisionModel {
  readonly format: 1;
  /** The decision's id in its document. */
  readonly key: string;
  readonly name: string;
  /** Set when it is published. */
  readonly version?: number;
  readonly steps: readonly DecisionStep[];
  /** Names of input data, with the type where texts must be made values of it. */
  readonly inputs: readonly { readonly name: string; readonly type?: TextType }[];
  /** Names with blanks or signs in them, which tell how an expression is read. */
  readonly names: readonly string[];
}
