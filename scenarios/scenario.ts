/** Plain JSON; texts that begin with "@" are filled in when the step is played (placeholders.ts). */
export type Fields = Readonly<Record<string, unknown>>;

/** How a step is answered unless the scenario says otherwise. */
export interface Answer {
  readonly outcome?: string;
  readonly variables?: Fields;
  readonly comment?: string;
}
export type Answers = Readonly<Record<string, Answer>>;

/** What a service task gives in the engine alone; on the server the real service answers. */
export interface ServiceAnswer {
  readonly result?: Fields;
  /** A BPMN error with this code. */
  readonly error?: string;
  /** It fails for good: an incident with this message. */
  readonly failure?: string;
}

/** Somebody who acts, for the engine alone; on the server the directory knows them. */
export interface Person {
  readonly name?: string;
  readonly agency?: string;
  readonly roles?: readonly string[];
}

/** Which of several, by whom, and whether it must be refused. */
export interface Manner {
  /** The nth child case of the family, in the order of their opening; without it any case. */
  readonly child?: number;
  /** The nth open task of that element, in the order of their opening. */
  readonly nth?: number;
  /** A person, or `role:NAME@AGENCY`; without it the opener of the trial, who may play every role. */
  readonly as?: string;
  /** It must be refused with this code, and nothing may have changed. */
  readonly refused?: string;
}

/** What is so now. Texts as everywhere; only what is named is compared. */
interface Expectation {
  readonly status?: string;
  readonly endState?: string;
  readonly open?: readonly string[];
  readonly variables?: Fields;
  /** By element: name, agency, role, assignee, owner, status, dueOn, outcomes, form, variables, … */
  readonly tasks?: Readonly<Record<string, Fields>>;
  /** Element → code of its open incident. */
  readonly incidents?: Readonly<Record<string, string>>;
}

export type Step =
  | { readonly say: string }
  /** One open task of this element is completed. */
  | ({ readonly do: string } & Manner & Answer)
  /** Elements one after the other, each with its usual answer. */
  | ({ readonly run: readonly string[] } & Pick<Manner, 'child' | 'as'>)
  /** Every open task of this element is completed, so many there must be. */
  | ({ readonly each: string; readonly times: number } & Answer & Pick<Manner, 'as'>)
  /** An operation of the HTTP interface: on an element's task, an element's incident (retry), or the case. */
  | ({ readonly act: string; readonly on?: string; readonly with?: Fields } & Manner)
  /** The deadline is moved, and must have moved. */
  | ({ readonly extend: string; readonly by: string } & Manner)
  /** The step is not this account's: refused, or not even to be seen; of several, those not given to the account by name. */
  | { readonly forbidden: string; readonly to: string }
  /** This account cannot see the child case at all. */
  | { readonly hidden: string; readonly child: number }
  /** The clock moves on; of each named element these alarms must have fired, in this order ("reminder", "due", "rung 3"). */
  | { readonly wait: string; readonly fires?: Readonly<Record<string, readonly string[]>> }
  /** The same up to a day (09:00), an instant, or "next-alarm". */
  | { readonly until: string; readonly fires?: Readonly<Record<string, readonly string[]>> }
  /** To this case, or by correlation to the one of the family that fits. */
  | ({ readonly message: string; readonly variables?: Fields; readonly correlation?: Fields } & Pick<
      Manner,
      'child' | 'refused'
    >)
  /** To all that listen. */
  | { readonly signal: string; readonly variables?: Fields }
  /** Exactly these elements are open in the whole family, repeated as often as they are open. */
  | { readonly open: readonly string[] }
  | ({ readonly expect: Expectation } & Pick<Manner, 'child' | 'nth'>)
  /** Every case of the family has ended, the first with these variables among its own. */
  | { readonly ended: Fields };

export interface Scenario {
  readonly title: string;
  /** Key of the procedure. */
  readonly definition: string;
  readonly variables: Fields;
  readonly startsOn?: string;
  readonly startEvent?: string;
  /** The clock at the beginning, for the engine alone. */
  readonly now?: string;
  /** Absent: a trial by the designer. "accounts": a real case, every step by the demo account whose post it is. */
  readonly by?: 'accounts';
  /** Who opens a real case. */
  readonly opener?: string;
  readonly answers: readonly Answers[];
  readonly services?: Readonly<Record<string, ServiceAnswer | readonly ServiceAnswer[]>>;
  readonly people?: Readonly<Record<string, Person>>;
  readonly steps: readonly Step[];
  /** Where it was read, with the line of each step. */
  readonly source?: { readonly file: string; readonly line: number; readonly lines: readonly number[] };
}
