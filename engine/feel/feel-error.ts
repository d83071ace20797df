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

/** Runs an evaluation; whatever stops it is told together with the expression. */
export function telling<T>(feel: string, evaluation: () => T): T {
  try {
    return evaluation();
  } catch (error) {
    if (error instanceof FeelError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new FeelError(feel, error instanceof RangeError ? '表达式嵌套太深' : reason);
  }
}
