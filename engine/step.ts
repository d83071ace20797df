import type { Instant } from '../domain/time.ts';
import type { CaseEnvironment } from './advance.types.ts';
import type { Command, Json, Rulebook, Variables } from './command.ts';
import type { Warning } from './correction.ts';
import type { Draft } from './draft.ts';
import type { Effect, JournalEntry } from './effect.ts';
import { upcastModel } from './formats/model.ts';
import type { JournalKind } from './journal-kinds.ts';
import type { Element, ProcessModel } from './model.ts';
import type { Instance } from './state.ts';
import type { NoteRow, RecordRow } from './view.ts';

/** At most so many element steps and living new instances a command; beyond that incident RUNAWAY. */
const stepLimit = 10_000;
const instanceLimit = 1_000;

/** What is still to be done in this command: a token arrives at an element, or an instance goes on with its phase. */
export type Job =
  | { readonly do: 'arrive'; readonly scope: string; readonly element: string; readonly flow: string | null }
  | { readonly do: 'run'; readonly instance: string }
  | { readonly do: 'settle'; readonly scope: string };

type Omitted<T> = T extends { readonly id: string } ? Omit<T, 'id'> : never;

/** One command under way: the working copy, what is to be done next, and what comes of it. */
export class Step {
  readonly effects: Effect[] = [];
  readonly entries: JournalEntry[] = [];
  readonly records: RecordRow[] = [];
  readonly notes: NoteRow[] = [];
  /** What a correction leads to and its author should know. */
  readonly warnings: Warning[] = [];
  /** Asked for by the job under way; done before what waited already, in the order asked: depth first, document order. */
  readonly next: Job[] = [];
  /** What waits, last first. */
  readonly jobs: Job[] = [];
  /** Signals thrown: delivered when nothing else can move, so that branches side by side all listen already. */
  readonly thrown: { readonly instance: string; readonly name: string }[] = [];
  readonly budget = { steps: stepLimit, instances: instanceLimit };
  /** Merged variables by instance, until a variable changes. */
  readonly contexts = new Map<string, Variables>();
  /** Conditions are looked at only after a change. */
  variablesChanged = false;
  #models: CaseEnvironment['models'];
  rulebook: Rulebook;

  constructor(
    environment: CaseEnvironment,
    readonly draft: Draft,
    readonly command: Command,
    readonly now: Instant,
  ) {
    this.#models = environment.models;
    this.rulebook = environment.rulebook;
  }

  /** Whether the case behaves as the engine does from this version on: see version.ts. */
  since(version: number): boolean {
    return this.draft.case.engineVersion >= version;
  }

  /** A model that came with the command itself; the shell keeps it from then on. */
  addModel(ref: string, model: ProcessModel): void {
    this.#models = { ...this.#models, [ref]: upcastModel(model) };
  }

  environment(): CaseEnvironment {
    return { models: this.#models, rulebook: this.rulebook };
  }

  hasModel(ref: string): boolean {
    return this.#models[ref] !== undefined;
  }

  model(ref: string): ProcessModel {
    const model = this.#models[ref];
    if (!model) throw new Error(`model ${ref} is not loaded`);
    return model;
  }

  modelOf(instance: Instance): ProcessModel {
    return this.model(instance.ref);
  }

  /** The instance's element; a process has none. */
  elementOf(instance: Instance): Element {
    return this.element(instance.ref, instance.element);
  }

  element(ref: string, id: string): Element {
    const element = this.model(ref).elements[id];
    if (!element) throw new Error(`element ${id} is not in ${ref}`);
    return element;
  }

  effect(effect: Omitted<Effect>): void {
    const id = `${this.draft.before.seq + 1}.${this.effects.length + 1}`;
    this.effects.push({ id, ...effect });
  }

  journal(
    kind: JournalKind,
    about: { readonly elementId?: string; readonly taskId?: string } = {},
    data: { readonly [key: string]: Json } = {},
  ): void {
    this.entries.push({ kind, at: this.now, ...about, ...(Object.keys(data).length > 0 ? { data } : {}) });
  }
}
