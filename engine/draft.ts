import { own } from './own.ts';
import type { CaseState, Child, Incident, Instance, Wait } from './state.ts';
import type { Alarm, Task } from './task.ts';

export type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/**
 * Rows by id, copied on the first write: the table once, each row once; nested values are replaced, never changed.
 * Each row belongs to one owner for good (an instance, a task); the rows of an owner are found without a search.
 */
export class Table<Row extends object> {
  #rows: Record<string, Row>;
  #owned = false;
  readonly #edited = new Map<string, Mutable<Row>>();
  readonly #ownerOf: (row: Row) => string | null;
  /** Made when it is first asked for. */
  #byOwner: Map<string | null, Set<string>> | null = null;

  constructor(rows: Readonly<Record<string, Row>>, ownerOf: (row: Row) => string | null) {
    this.#rows = rows;
    this.#ownerOf = ownerOf;
  }

  find(id: string): Row | undefined {
    return own(this.#rows, id);
  }

  /** Throws when the engine has lost a row: a defect of the engine, never of a command. */
  need(id: string): Row {
    const row = this.find(id);
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
    this.#byOwner?.get(this.#ownerOf(this.need(id)))?.delete(id);
    this.#edited.delete(id);
    delete this.#rows[id];
  }

  /** The rows of one owner, in the order in which they were added. */
  of(owner: string): Row[] {
    return Array.from(this.#owners().get(owner) ?? [], (id) => this.need(id));
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
    if (this.#byOwner) note(this.#byOwner, this.#ownerOf(row), id);
  }

  #owners(): Map<string | null, Set<string>> {
    if (this.#byOwner) return this.#byOwner;
    const owners = new Map<string | null, Set<string>>();
    for (const id of Object.keys(this.#rows)) note(owners, this.#ownerOf(this.need(id)), id);
    this.#byOwner = owners;
    return owners;
  }

  #own(): void {
    if (this.#owned) return;
    this.#rows = { ...this.#rows };
    this.#owned = true;
  }
}

function note(owners: Map<string | null, Set<string>>, owner: string | null, id: string): void {
  const ids = owners.get(owner);
  if (ids) ids.add(id);
  else owners.set(owner, new Set([id]));
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
    this.instances = new Table(state.instances, ({ parent }) => parent);
    this.waits = new Table(state.waits, ({ instance }) => instance);
    this.tasks = new Table(state.tasks, ({ instance }) => instance);
    this.alarms = new Table(state.alarms, ({ taskId, instance }) => taskId ?? instance);
    this.incidents = new Table(state.incidents, ({ instance }) => instance);
    this.children = new Table(state.children, ({ instance }) => instance);
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
