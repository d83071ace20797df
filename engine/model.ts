import type { DecisionModel } from './decisions/decision.ts';
import type { ClockKind, DeadlineRule } from '../domain/period.ts';

/** FEEL source without a leading "=", checked at publication; the wrapper in engine/feel evaluates it. */
export interface Expression {
  readonly feel: string;
}

/** A value given in the document: a constant, or an expression where the source began with "=". */
export type Value = { readonly constant: string } | Expression;

type TaskKind =
  | 'userTask'
  | 'serviceTask'
  | 'scriptTask'
  | 'sendTask'
  | 'receiveTask'
  | 'manualTask'
  | 'task'
  | 'businessRuleTask';
type ActivityKind = TaskKind | 'callActivity' | 'subProcess' | 'transaction';
type GatewayKind = 'exclusiveGateway' | 'parallelGateway' | 'inclusiveGateway' | 'eventBasedGateway';
type EventKind = 'startEvent' | 'endEvent' | 'intermediateCatchEvent' | 'intermediateThrowEvent' | 'boundaryEvent';
export type ElementKind = ActivityKind | GatewayKind | EventKind;

/** What an event waits for or throws. A none event has no definition. */
export type EventDefinition =
  | { readonly kind: 'none' }
  /** `period`: a key of the rulebook's periods, counted in the calendar from `from`, from now if absent. */
  | {
      readonly kind: 'timer';
      readonly date?: Value;
      readonly duration?: Value;
      readonly cycle?: Value;
      readonly period?: Value;
      readonly from?: Expression;
    }
  | {
      readonly kind: 'message';
      readonly name: Value;
      readonly correlation?: Readonly<Record<string, Expression>>;
      readonly variables?: readonly Mapping[];
    }
  /** `variables`: what it carries besides the event's own inputs; `all`: every variable that is seen there. */
  | {
      readonly kind: 'signal';
      readonly name: Value;
      readonly variables?: readonly Mapping[];
      readonly all?: true;
    }
  | ({ readonly kind: 'error' } & Coded)
  | ({ readonly kind: 'escalation' } & Coded)
  | { readonly kind: 'conditional'; readonly condition: Expression }
  | { readonly kind: 'link'; readonly name: string }
  | { readonly kind: 'compensate'; readonly activity?: string }
  | { readonly kind: 'cancel' }
  | { readonly kind: 'terminate' };

/** No code: catches every one, or is thrown as an anonymous one. */
interface Coded {
  readonly code?: string;
  /** Thrown: gives the code. */
  readonly chosenCode?: Expression;
  /** Caught: the variable that takes the code. */
  readonly codeVariable?: string;
}

/** ld:input and ld:output (and the vendors' equals): evaluates `source`, writes it to `target`. */
export interface Mapping {
  readonly source: Expression;
  readonly target: string;
}

export interface MultiInstance {
  readonly sequential: boolean;
  readonly cardinality?: Expression;
  /** The variable that holds the collection, and the one that each instance sees. */
  readonly collection?: Expression;
  readonly elementVariable?: string;
  readonly outputCollection?: string;
  readonly outputElement?: Expression;
  readonly completionCondition?: Expression;
}

/** Of the rules that hit: the one value of the one, its outputs by name, all values, or all outputs by name. */
export type DecisionForm = 'singleEntry' | 'singleResult' | 'collectEntries' | 'resultList';

export interface StandardLoop {
  readonly testBefore: boolean;
  readonly condition?: Expression;
  readonly maximum?: number;
}

/** 会签 all, 或签 any, 依次 sequence, 票签 ratio. */
export interface SignRule {
  readonly mode: 'all' | 'any' | 'sequence' | 'ratio';
  /** The people by name; else so many different ones, whoever they are. */
  readonly signers?: Expression;
  readonly persons?: number;
  readonly ratio?: number;
  readonly veto: boolean;
}

/** Elements of a list variable become records of a ledger. */
export interface RecordRule {
  readonly ledger: string;
  readonly variable: string;
}
/** Of parallel steps when one is returned to before them: cancelled, kept, or nothing is returned before they have joined. */
export type Siblings = 'cancel' | 'keep' | 'refuse';

/** What makes a user task ours (contract §3). */
export interface TaskRule {
  /** What people read instead of the element's name: tasks of a multi-instance told apart. */
  readonly title?: Value;
  /** The step's own ld:agency, else its lane's. */
  readonly agency?: Value;
  readonly role?: Value;
  readonly assignee?: Value;
  readonly candidateUsers?: Value;
  readonly form?: string;
  /** The form's version when the procedure was published; absent: the first. */
  readonly formVersion?: number;
  readonly outcomes: readonly string[];
  /** Either a key of the rulebook's periods, resolved when the task opens, or a rule written in the definition. */
  readonly period?: string;
  /** Gives the key of a period, or null for none. */
  readonly chosenPeriod?: Expression;
  /** `duration` is an ISO text or a FEEL expression giving one; `at` a FEEL date or date and time. */
  readonly due?:
    | DeadlineRule
    | { readonly at: Expression; readonly clock: ClockKind }
    | {
        readonly duration: Expression;
        readonly counting: 'calendar' | 'working' | 'hours';
        readonly roll: DeadlineRule['roll'];
        readonly clock: ClockKind;
      };
  /** What starts the clock: `opened`, `case-start` or a FEEL date. */
  readonly from: 'opened' | 'case-start' | Expression;
  readonly ladder?: string;
  /** Document type of the letter that completing this step leaves in the letter ledger (as a letter-to-be). */
  readonly letter?: string;
  /** Gives the document type, or null for no letter. */
  readonly chosenLetter?: Expression;
  /** ld:records="finding:findings item:items": the array variable's elements become ledger records; the variable itself is not kept. */
  readonly records: readonly RecordRule[];
  /** Those of the record variables that the case keeps as well, each element with the id of its record. */
  readonly keeps?: readonly string[];
  /** Whoever comes into the case by this step alone sees the steps of his own and nothing else of it. */
  readonly sees?: 'own';
  /** People who leave the circle of the case when the step is done. */
  readonly leaves?: Expression;
  readonly returnable: boolean;
  /** What becomes of parallel steps when this one is returned; absent: whoever returns it says. */
  readonly siblings?: Siblings;
  readonly withdrawable: boolean;
  readonly sign?: SignRule;
  /** 查审分离: who has done one of these elements may not do this one. */
  readonly notSameAs?: readonly string[];
  readonly basis?: string;
  readonly priority?: Value;
}

export interface Flow {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly condition?: Expression;
  readonly name?: string;
}

/** One element of the diagram. Parts are present only where the kind has them. */
export interface Element {
  readonly id: string;
  readonly kind: ElementKind;
  readonly name?: string;
  /** Id of the process or sub-process that directly contains it. */
  readonly scope: string;
  readonly incoming: readonly string[];
  readonly outgoing: readonly string[];
  readonly defaultFlow?: string;
  readonly laneAgency?: Value;
  readonly laneName?: string;
  readonly documentation?: string;
  readonly event?: EventDefinition;
  /** Boundary events and event sub-process starts. */
  readonly interrupting?: boolean;
  readonly attachedTo?: string;
  /** Start event: the variable that takes who opened the case. */
  readonly initiator?: string;
  /** Start event: what whoever opens the case by it fills in, in the version as in TaskRule. */
  readonly form?: string;
  readonly formVersion?: number;
  readonly task?: TaskRule;
  readonly script?: {
    readonly expression: Expression;
    readonly resultVariable?: string;
    readonly records?: readonly RecordRule[];
  };
  readonly service?: {
    readonly activity: string;
    readonly retries: number;
    readonly timeout: string;
    readonly resultVariable?: string;
  };
  /** Business rule task: the decision's key in ProcessModel.decisions, and the form its result takes: by hit policy if absent. */
  readonly decision?: { readonly key: string; readonly resultVariable: string; readonly as?: DecisionForm };
  readonly call?: {
    readonly key: Value;
    readonly version?: number;
    readonly as: 'inline' | 'child';
    /** A child's title; default is the case's own. */
    readonly title?: Value;
    /** With no mappings at all an inline call passes every variable in and out; a child passes all in and only `outcome` and `result` back. */
    readonly allIn: boolean;
    readonly allOut: boolean;
  };
  readonly input?: readonly Mapping[];
  readonly output?: readonly Mapping[];
  readonly loop?: ({ readonly kind: 'multi' } & MultiInstance) | ({ readonly kind: 'standard' } & StandardLoop);
  /** A sub-process: what it contains directly. */
  readonly children?: readonly string[];
  readonly eventSubProcess?: boolean;
  /** Compensation handlers are reached by association only, never by flow. */
  readonly forCompensation?: boolean;
  /** On a compensation boundary event: the handler. */
  readonly handler?: string;
  /** ld:custody / ld:hard and other flags we may add live here by name. */
  readonly flags?: readonly string[];
}

/** A procedure as it runs: plain JSON, made once at publication, never edited. */
export interface ProcessModel {
  readonly format: 1;
  /** The process's id in the document. */
  readonly key: string;
  readonly name: string;
  readonly documentation?: string;
  readonly elements: Readonly<Record<string, Element>>;
  readonly flows: Readonly<Record<string, Flow>>;
  /** Elements directly in the process. */
  readonly children: readonly string[];
  /** Data objects: name or id → initial FEEL value, readable as variables. */
  readonly dataObjects: Readonly<Record<string, Expression | null>>;
  /** Names an expression of this model may see; the same list at publication and at run time (parsing depends on it). */
  readonly names: readonly string[];
  /** Correlation keys declared for messages of this model: message name → variable name → FEEL over the message. */
  readonly correlations: Readonly<Record<string, Readonly<Record<string, Expression>>>>;
  /** Decisions that its business rule tasks make, as they were published when the model was, or when the case was opened. */
  readonly decisions: Readonly<Record<string, DecisionModel>>;
  /** Prefix of case numbers (代字) and default secrecy, from ld:series and ld:secrecy on the process. */
  readonly series?: string;
  readonly secrecy?: string;
  /** Of an agency only the posts that a step names come into the circle of the case, not the whole house. */
  readonly circle?: 'posts';
  /** Supervised units may open its cases as well. */
  readonly openers?: 'units';
  /** For the steps that do not say themselves. */
  readonly siblings?: Siblings;
  /** An operator's correction is carried out only when another operator has confirmed it. */
  readonly corrections?: 'two-persons';
  /** A case bears the procedure's name, or what this expression makes of the start variables, and nothing that its opener would call it: that could name whom nobody is to know. */
  readonly titled?: 'procedure' | Expression;
}
