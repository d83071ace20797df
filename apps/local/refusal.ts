/** Why the system cannot start or go on: one sentence for a person, in both languages, and what to do about it. Ends the process with code 1. */
export class StartRefusal extends Error {
  override readonly name = 'StartRefusal';

  constructor(chinese: string, english: string, options?: ErrorOptions) {
    super(`${chinese}\n${english}`, options);
  }
}
