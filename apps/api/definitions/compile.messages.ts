import type { Defect } from '../../../domain/errors.ts';
import type { Instant } from '../../../domain/time.ts';
import type { Compiled } from '../../../engine/compile/compile.ts';
import type { ImportedDocument } from '../../../engine/compile/import.ts';
import type { Decided } from '../../../engine/decisions/decide.ts';
import type { DecisionModel } from '../../../engine/decisions/decision.ts';
import type { Rulebook } from '../../../engine/command.ts';
import type { ProcessModel } from '../../../engine/model.ts';
import type { FormSchema } from '../../../definitions/form-check.ts';
import type { Covered } from '../../../scenarios/coverage.ts';

/** What publication must know to tell a typing error from a name. */
export interface KnownNames {
  readonly periods: readonly string[];
  readonly ladders: readonly string[];
  readonly forms: readonly string[];
  readonly formFields: Readonly<Record<string, readonly string[]>>;
  readonly formVersions: Readonly<Record<string, number>>;
  readonly roles: readonly string[];
  readonly agencies: readonly string[];
  readonly definitions: readonly string[];
  /** Services that workers offer. */
  readonly activities: readonly string[];
  /** The newest published decisions, each with its version. */
  readonly decisions: readonly DecisionModel[];
}

/** A BPMN document's processes or a DMN document's decisions. */
export interface CompiledDocument extends Compiled {
  readonly decisions: readonly DecisionModel[];
}

/** What is done with a document, and what that gives. */
export interface DocumentJobs {
  compile: { readonly given: { readonly known: KnownNames }; readonly made: CompiledDocument };
  import: { readonly given: { readonly known: KnownNames }; readonly made: ImportedDocument };
  /** The document with coordinates for everything in it. */
  layout: { readonly given: object; readonly made: LaidOut };
  /** What a decision of it comes to. */
  decide: { readonly given: TrialOfDecision; readonly made: TriedDecision };
  /** Scenarios played in the engine alone. */
  scenarios: { readonly given: ScenarioRun; readonly made: PlayedScenarios };
}
export type JobName = keyof DocumentJobs;
export type LaidOut = Pick<ImportedDocument, 'document' | 'defects'>;

export interface TrialOfDecision {
  readonly key: string;
  /** FEEL by name or path. */
  readonly values: Readonly<Record<string, string>>;
  readonly now: Instant;
}
export type TriedDecision = Decided & {
  readonly defects: readonly Defect[];
  /** Why it came to nothing; null when it came to something. */
  readonly failed: string | null;
};

export interface ScenarioRun {
  /** The procedure that is looked at first, then those that it calls. */
  readonly models: readonly ProcessModel[];
  readonly rulebook: Rulebook;
  readonly forms: Readonly<Record<string, FormSchema>>;
  readonly files: readonly ScenarioText[];
  /** Whether those that come with the product are played too. */
  readonly release: boolean;
}
interface ScenarioText {
  readonly name: string;
  /** YAML, as docs/scenarios.md has it. */
  readonly text: string;
}
export interface PlayedScenarios {
  readonly scenarios: readonly {
    readonly title: string;
    readonly file: string;
    readonly steps: number;
    /** What went otherwise; null when it went as it says. */
    readonly surprise: string | null;
  }[];
  readonly unreadable: readonly { readonly file: string; readonly line: number; readonly message: string }[];
  readonly covered: Covered;
}

export type CompileRequest = {
  readonly id: number;
  readonly bytes: Uint8Array;
} & { [Name in JobName]: { readonly job: Name } & DocumentJobs[Name]['given'] }[JobName];

export type CompileReply = { readonly id: number } & (
  | { readonly made: DocumentJobs[JobName]['made'] }
  | { readonly failed: string }
);
