/** The first thing that is wrong: where it is and what it says. */
export interface Fault {
  readonly table: string;
  /** The row's key as people would look for it. */
  readonly key: string;
  readonly message: string;
}
