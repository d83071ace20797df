/** Plain JSON of a form; texts that begin with "@" are filled in when the step is played (placeholders.ts). */
export type Fields = Readonly<Record<string, unknown>>;

/** How a step is answered unless the story says otherwise. */
export interface Answer {
  readonly outcome?: string;
  readonly fields?: Fields;
}
export type Answers = Readonly<Record<string, Answer>>;

/** Which of several: the nth clue case of the family, the nth open task of that element. */
interface Where {
  readonly clue?: number;
  readonly nth?: number;
}

export type Step =
  | { readonly say: string }
  /** One open task of this element is completed. */
  | ({ readonly do: string } & Where & Answer)
  /** Elements one after the other, each with its usual answer. */
  | { readonly run: readonly string[]; readonly clue?: number }
  /** Every open task of this element is completed, so many there must be. */
  | ({ readonly each: string; readonly times: number } & Answer)
  /** The answer must be refused with this code, and nothing may have changed. */
  | ({ readonly refused: string; readonly code: string } & Where & Answer)
  /** The step is not this account's: refused, or not even to be seen. */
  | { readonly forbidden: string; readonly to: string }
  /** This account cannot see the clue case at all. */
  | { readonly hidden: string; readonly clue: number }
  /** The clock moves on; of each named element these alarms must have fired, in this order ("reminder", "due", "rung 3"). */
  | { readonly wait: string; readonly fires?: Readonly<Record<string, readonly string[]>> }
  /** With a code: refused with it, because the clock has run out or nobody may extend it. */
  | ({ readonly extend: string; readonly by: string; readonly code?: string } & Where)
  | { readonly message: string; readonly fields?: Fields; readonly clue?: number }
  /** Exactly these elements are open in the whole family, repeated as often as they are open. */
  | { readonly open: readonly string[] }
  /** The first case has ended, with these variables among its own. */
  | { readonly ended: Fields };

export interface Story {
  readonly title: string;
  readonly definitionKey: string;
  readonly fields: Fields;
  /** Absent: a trial by the designer. "accounts": a real case, every step by the demo account whose post it is. */
  readonly by?: 'accounts';
  /** Who opens a real case. */
  readonly opener?: string;
  readonly answers: readonly Answers[];
  readonly steps: readonly Step[];
}
