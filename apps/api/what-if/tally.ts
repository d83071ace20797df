import { CaseError } from '../../../domain/errors.ts';
import type { CivilDate } from '../../../domain/time.ts';
import { LoadTable } from './load.ts';
import type { Affected, WhatIf, WhatIfPage } from './what-if.schema.ts';

interface Counted {
  readonly today: CivilDate;
  readonly page: WhatIfPage;
  /** Whether load is counted by person too. */
  readonly people: boolean;
  /** From whom to whom tasks would go. */
  readonly moves: Readonly<Record<string, string>>;
}

/** Adds up what would become of tasks, and keeps those that are listed. */
export class Tally {
  asked = 0;
  unknown = 0;
  failed = 0;
  #cases = 0;
  #tasks = 0;
  #moved = 0;
  #breaches = 0;
  #relieved = 0;
  #reassigned = 0;
  readonly #fixed = { statutory: 0, custody: 0 };
  readonly #unmapped = new Map<string, number>();
  readonly #listed: Affected[] = [];
  readonly #agencies: LoadTable;
  readonly #steps: LoadTable;
  readonly #people: LoadTable;

  constructor(private readonly counted: Counted) {
    const { today } = counted;
    [this.#agencies, this.#steps, this.#people] = [new LoadTable(today), new LoadTable(today), new LoadTable(today)];
  }

  /** The tasks of one case. */
  add(tasks: readonly Affected[], unmapped: readonly string[], visible: boolean): void {
    this.#cases += 1;
    for (const elementId of new Set(unmapped)) this.#unmapped.set(elementId, (this.#unmapped.get(elementId) ?? 0) + 1);
    for (const task of tasks.map((one) => this.handed(one))) {
      this.count(task);
      if (visible && this.isListed(task)) this.#listed.push(task);
    }
  }

  result(): WhatIf {
    const { page, people } = this.counted;
    const sorted = this.#listed.toSorted(worstFirst);
    const start = startOf(page.cursor);
    const end = start + page.limit;
    return {
      cases: this.#cases,
      tasks: this.#tasks,
      asked: this.asked,
      unknown: this.unknown,
      moved: this.#moved,
      breaches: this.#breaches,
      relieved: this.#relieved,
      fixed: { ...this.#fixed },
      reassigned: this.#reassigned,
      unmapped: [...this.#unmapped].map(([elementId, cases]) => ({ elementId, cases })),
      failed: this.failed,
      items: sorted.slice(start, end),
      nextCursor: end < sorted.length ? String(end) : null,
      total: sorted.length,
      load: {
        agencies: this.#agencies.result(),
        steps: this.#steps.result(),
        people: people ? this.#people.result() : null,
      },
    };
  }

  private handed(task: Affected): Affected {
    const to = task.to.assignee === null ? undefined : this.counted.moves[task.to.assignee];
    if (to === undefined) return task;
    const cause = task.cause === 'none' ? ('assignment' as const) : task.cause;
    return {
      ...task,
      to: { ...task.to, assignee: to },
      cause,
      why: task.cause === 'none' ? '到期日不变，承办有变' : task.why,
    };
  }

  private count(task: Affected): void {
    const { from, to, clock, definitionKey, elementId, name } = task;
    this.#tasks += 1;
    if (task.moved) this.#moved += 1;
    else if (clock === 'statutory' || clock === 'custody') this.#fixed[clock] += 1;
    if (task.breach === 'new') this.#breaches += 1;
    if (task.breach === 'over') this.#relieved += 1;
    if (isHandedOver(task)) this.#reassigned += 1;
    const sides = [
      ['before', from],
      ['after', to],
    ] as const;
    for (const [side, { agency, assignee, dueOn }] of sides) {
      this.#agencies.count(side, agency, dueOn);
      this.#steps.count(side, `${definitionKey}/${elementId}`, dueOn, name);
      if (this.counted.people) this.#people.count(side, assignee, dueOn);
    }
  }

  private isListed(task: Affected): boolean {
    const { clock, moved } = task;
    switch (this.counted.page.show) {
      case 'all':
        return true;
      case 'breaches':
        return task.breach === 'new';
      case 'fixed':
        return !moved && (clock === 'statutory' || clock === 'custody');
      case 'changes':
        return task.cause !== 'none';
    }
  }
}

const isHandedOver = ({ from, to }: Affected): boolean =>
  from.assignee !== to.assignee || from.agency !== to.agency || from.role !== to.role;

/** What would newly be overdue first, then by the day it would be due. */
function worstFirst(one: Affected, other: Affected): number {
  const [a, b] = [one, other].map((task) => (task.breach === 'new' ? 0 : 1));
  if (a !== b) return (a ?? 0) - (b ?? 0);
  const [due, otherDue] = [one.to.dueAt ?? '9', other.to.dueAt ?? '9'];
  if (due !== otherDue) return due < otherDue ? -1 : 1;
  return one.taskId < other.taskId ? -1 : 1;
}

function startOf(cursor: string | undefined): number {
  if (cursor === undefined) return 0;
  if (/^\d{1,7}$/.test(cursor)) return Number(cursor);
  throw new CaseError('INVALID_CURSOR', '翻页标记无效，请从第一页重新开始');
}
