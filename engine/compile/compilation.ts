import type { DecisionModel } from '../decisions/decision.ts';
import type { Value } from '../model.ts';
import type { Expressions } from './expressions.ts';
import type { LooseReferences } from './parse.ts';
import type { Report } from './report.ts';

/** What the server knows already; a name outside it is told at publication. Absent: not checked. */
export interface CompileOptions {
  /** Unknown: a defect. */
  readonly knownPeriods?: ReadonlySet<string>;
  readonly knownLadders?: ReadonlySet<string>;
  readonly knownForms?: ReadonlySet<string>;
  /** The newest version of each form: a procedure stays with the one it was published with. */
  readonly formVersions?: Readonly<Record<string, number>>;
  /** Fields by form: with them, names that nothing declares are told. */
  readonly formFields?: Readonly<Record<string, readonly string[]>>;
  /** Unknown: a warning, posts may be made later. */
  readonly knownRoles?: ReadonlySet<string>;
  readonly knownAgencies?: ReadonlySet<string>;
  /** Keys that a call activity may call; unknown: a warning. */
  readonly knownDefinitions?: ReadonlySet<string>;
  /** Services that procedures may call; unknown: a warning, a worker may offer it later. */
  readonly knownActivities?: ReadonlySet<string>;
  /** Published decisions by key: those that the procedure makes go into its model; unknown: a warning. */
  readonly knownDecisions?: ReadonlyMap<string, DecisionModel>;
}

export interface LaneRule {
  readonly agency?: Value;
  readonly name?: string;
  readonly sees?: 'own' | 'all';
}

/** Everything the parts of the compiler share while one process is read. */
export interface Compilation {
  readonly report: Report;
  readonly expressions: Expressions;
  readonly options: CompileOptions;
  /** Variable names that the process itself declares. */
  readonly declared: Set<string>;
  readonly lanes: ReadonlyMap<string, LaneRule>;
  /** Message id → correlation property → FEEL over the case, from the process's correlation subscriptions. */
  readonly subscriptions: ReadonlyMap<string, Readonly<Record<string, string>>>;
  readonly loose: LooseReferences;
  /** Made for an engine of Camunda's family, whose manners hold where BPMN leaves something open. */
  readonly isForeign: boolean;
}
