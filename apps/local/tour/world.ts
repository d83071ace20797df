import type { Fields, Story } from './story.ts';

/** A task as the tour needs it. */
export interface TaskSeen {
  readonly id: string;
  readonly caseId: string;
  readonly elementId: string;
  readonly name: string;
  readonly agency: string | null;
  readonly role: string | null;
  readonly dueOn: string | null;
  readonly outcomes: readonly string[];
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
  /** The case's clock, ISO with +08:00. */
  readonly now: string;
  readonly variables: Fields;
  readonly openTasks: readonly TaskSeen[];
  readonly incidents: readonly { readonly elementId: string; readonly message: string }[];
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

/** Where a story is played: the running product over HTTP, or the engine alone in a test. */
export interface World {
  open(story: Story): Promise<void>;
  /** The opened case first, then every case it opened, in the order of their opening. */
  family(): Promise<readonly CaseSeen[]>;
  complete(task: TaskSeen, answer: { outcome?: string; fields: Fields }): Promise<Refused | null>;
  extend(task: TaskSeen, by: string): Promise<Refused | null>;
  /** Whether the account may complete the task and see the case; a world without accounts has neither. */
  mayComplete?(task: TaskSeen, username: string): Promise<boolean>;
  maySee?(caseId: string, username: string): Promise<boolean>;
  message(caseId: string, name: string, fields: Fields): Promise<void>;
  forward(by: string): Promise<readonly AlarmSeen[]>;
}
