/** A where clause put together with bound values: the texts stay a small closed set, a value never enters one. */
export class Conditions {
  private readonly clauses: string[] = [];

  constructor(private readonly bound: unknown[] = []) {}

  /** The placeholder of a value. */
  bind(value: unknown): string {
    this.bound.push(value);
    return `$${this.bound.length}`;
  }

  add(clause: string): void {
    this.clauses.push(`(${clause})`);
  }

  /** Clauses of their own over the same values: for another part of the same statement. */
  beside(): Conditions {
    return new Conditions(this.bound);
  }

  copy(): Conditions {
    const same = new Conditions();
    same.clauses.push(...this.clauses);
    same.bound.push(...this.bound);
    return same;
  }

  text(): string {
    return this.clauses.length > 0 ? this.clauses.join(' and ') : 'true';
  }

  values(): readonly unknown[] {
    return this.bound;
  }
}
