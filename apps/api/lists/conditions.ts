/** A where clause put together with bound values: the texts stay a small closed set, a value never enters one. */
export class Conditions {
  private readonly clauses: string[] = [];
  private readonly bound: unknown[] = [];

  /** The placeholder of a value. */
  bind(value: unknown): string {
    this.bound.push(value);
    return `$${this.bound.length}`;
  }

  add(clause: string): void {
    this.clauses.push(`(${clause})`);
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
