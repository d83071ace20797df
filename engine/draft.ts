import type { Alarm, CaseState, Child, Incident, Instance, Task, Wait } from './state.ts';

export type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** Rows by id, copied on the first write: the table once, each row once; nested values are replaced, never changed. */
export class Table<Row extends object> {
  #rows: Record<string, Row>;
  #owned = false;
  readonly #edited = new Map<string, Mutable<Row>>();

  constructor(rows: Readonly<Record<string, Row>>) {
    this.#rows = rows;
  }

  find(id: string): Row | undefined {
    return this.#rows[id];
  }

  /** Throws when the engine has lost a row: a defect of the engine, never of a command. */
  need(id: string): Row {
    const row = this.#rows[id];
    if (!row) throw new Error(`row ${id} is gone`);
    return row;
  }

  edit(id: string): Mutable<Row> {
    const known = this.#edited.get(id);
    if (known) return known;
    const copy: Mutable<Row> = { ...this.need(id) };
    this.#put(id, copy);
    return copy;
  }

  add(id: string, row: Row): void {
    this.#put(id, row);
  }

  remove(id: string): void {
    this.#own();
    this.#edited.delete(id);
    delete this.#rows[id];
  }

  ids(): string[] {
    return Object.keys(this.#rows);
  }

  rows(): Row[] {
    return Object.values(this.#rows);
  }

  result(): Readonly<Record<string, Row>> {
    return this.#rows;
  }

  #put(id: string, row: Mutable<Row>): void {
    this.#own();
    this.#rows[id] = row;
    this.#edited.set(id, row);
  }

  #own(): void {
    if (this.#owned) return;
    this.#rows = { ...this.#rows };
    this.#owned = true;
  }
}

/** A working copy of a case's state; the original stays as it is. */
export class Draft {
  readonly before: CaseState;
  /** Everything that is no table. */
  readonly case: Mutable<CaseState>;
  readonly instances: Table<Instance>;
  readonly waits: Table<Wait>;
  readonly tasks: Table<Task>;
  readonly alarms: Table<Alarm>;
  readonly incidents: Table<Incident>;
  readonly children: Table<Child>;
  /** Rows that ended in this step: shown once more in its view, dropped at the next. */
  readonly ended: string[] = [];

  constructor(state: CaseState) {
    this.before = state;
    this.case = { ...state };
    this.instances = new Table(state.instances);
    this.waits = new Table(state.waits);
    this.tasks = new Table(state.tasks);
    this.alarms = new Table(state.alarms);
    this.incidents = new Table(state.incidents);
    this.children = new Table(state.children);
  }

  /** A new id of this case: a letter and a number. */
  nextId(letter: string): string {
    this.case.counter += 1;
    return `${letter}${this.case.counter}`;
  }

  result(): CaseState {
    return {
      ...this.case,
      ended: this.ended,
      instances: this.instances.result(),
      waits: this.waits.result(),
      tasks: this.tasks.result(),
      alarms: this.alarms.result(),
      incidents: this.incidents.result(),
      children: this.children.result(),
    };
  }
}
