/** An expression that cannot be evaluated; the engine turns it into an incident. */
export class FeelError extends Error {
  constructor(
    readonly expression: string,
    readonly reason: string,
  ) {
    super(`${reason}: ${expression}`);
    this.name = 'FeelError';
  }
}
