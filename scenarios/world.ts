import type { Fields, Scenario } from './scenario.ts';

/** A task as a scenario needs it. */
export interface TaskSeen {
  readonly id: string;
  readonly caseId: string;
  readonly elementId: string;
  readonly name: string;
  readonly status: string;
  readonly agency: string | null;
  readonly role: string | null;
  readonly assignee: string | null;
  readonly owner: string | null;
  readonly candidateUsers: readonly string[];
  readonly dueOn: string | null;
  readonly outcomes: readonly string[];
  readonly form: string | null;
  readonly priority: number | null;
  readonly loopCounter: number | null;
  readonly variables: Fields;
  /** The clock of its case. */
  readonly now: string;
}

export interface CaseSeen {
  readonly id: string;
  readonly number: string | null;
  readonly title: string;
  readonly definitionKey: string;
  readonly status: string;
  readonly endState: string | null;
  /** The case's clock, ISO with +08:00. */
  readonly now: string;
  readonly variables: Fields;
  readonly openTasks: readonly TaskSeen[];
  readonly incidents: readonly {
    readonly id: string;
    readonly elementId: string;
    readonly code: string;
    readonly message: string;
  }[];
}

export interface AlarmSeen {
  readonly elementId: string;
  readonly kind: string;
  readonly level?: number | null;
  readonly at: string;
}

/** What was refused: the problem's code and sentence. */
export interface Refused {
  readonly code: string;
  readonly detail: string;
}

export interface OnTask {
  readonly task: Pick<TaskSeen, 'id' | 'caseId'> & Partial<TaskSeen>;
}

/** An act as the HTTP interface has it: which operation, on what, with which body, played by whom. */
export interface Order {
  readonly operation: string;
  readonly on:
    | OnTask
    | { readonly case: CaseSeen; readonly incident?: string }
    /** To whoever of the trial listens. */
    | 'all';
  readonly body: Fields;
  readonly as?: string;
}

/** How far the clock goes: so long, or up to a day, an instant or the next alarm. */
export type Forward = { readonly by: string } | { readonly to: string };

/** Where a scenario is played: the running product over HTTP, the engine alone, or both. */
export interface World {
  /** The clock that a case opened now would have. ISO. */
  now(scenario: Scenario): string;
  open(scenario: Scenario): Promise<void>;
  /** The opened case first, then every case it opened, in the order of their opening; tasks in the order of theirs. */
  family(): Promise<readonly CaseSeen[]>;
  act(order: Order): Promise<Refused | null>;
  /** The task of an element that was completed last; it can be withdrawn. */
  lastDone(elementId: string): Promise<Pick<TaskSeen, 'id' | 'caseId'> | null>;
  /** Whether the account may complete the task and see the case; a world without accounts has neither. */
  mayComplete?(task: TaskSeen, username: string): Promise<boolean>;
  maySee?(caseId: string, username: string): Promise<boolean>;
  forward(to: Forward): Promise<readonly AlarmSeen[]>;
}
