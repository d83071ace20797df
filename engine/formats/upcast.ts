/** What is stored with a format number: a case's state, a compiled model. */
interface Stored {
  readonly format: number;
}

/** Makes of a value of one format the same value in the next: pure, total over all that was ever written. */
export type Upcaster = (stored: never) => Stored;

/** Written by a release that this one does not know. Nothing may be made of it but waiting for that release. */
export class UnknownFormat extends Error {
  constructor(what: string, format: number, newest: number) {
    super(`${what} has format ${format}, this release knows formats up to ${newest}`);
    this.name = 'UnknownFormat';
  }
}

/**
 * The value in the newest format. `steps[0]` leads from format 1 to 2, and so on; there are as many as there were changes.
 * A value of the newest format comes back as it is.
 */
export function upcast<Newest extends Stored>(what: string, steps: readonly Upcaster[], stored: Stored): Newest {
  const newest = steps.length + 1;
  const { format } = stored;
  if (!Number.isInteger(format) || format < 1 || format > newest) throw new UnknownFormat(what, format, newest);
  let value = stored;
  for (const step of steps.slice(format - 1)) value = step(value as never);
  return value as Newest;
}
