import type { Instant } from '../../domain/time.ts';

const budgetOfOne = 1_000_000;
const callDepth = 100;

/** Why an evaluation was stopped; the wrapper turns it into a FeelError. */
class Exhausted extends Error {}

/** One evaluation of one expression: its clock and what it may still spend. */
export class Run {
  private left = budgetOfOne;
  private depth = 0;

  constructor(readonly now: Instant) {}

  spend(units: number): void {
    this.left -= units;
    if (this.left < 0) throw new Exhausted('表达式的循环太多或结果太大');
  }

  nested<T>(work: () => T): T {
    if (this.depth >= callDepth) throw new Exhausted('函数调用嵌套太深');
    this.depth += 1;
    const result = work();
    this.depth -= 1;
    return result;
  }
}

/** Variables as an evaluator sees them: the nearest first. */
export interface Scope {
  readonly variables: Readonly<Record<string, unknown>>;
  readonly outer: Scope | null;
  readonly run: Run;
}

export const within = (outer: Scope, variables: Readonly<Record<string, unknown>>): Scope => ({
  variables,
  outer,
  run: outer.run,
});

/** A compiled expression. FEEL values are JSON values, feelin's temporal values, ranges and functions. */
export type Evaluator = (scope: Scope) => unknown;

/** Undefined when no scope has the name. */
export function lookUp(scope: Scope, name: string): unknown {
  for (let at: Scope | null = scope; at; at = at.outer) {
    if (Object.hasOwn(at.variables, name)) return at.variables[name];
  }
  return undefined;
}
