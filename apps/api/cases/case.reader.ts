import { Inject, Injectable } from '@nestjs/common';
import { isSupervised, mayOperate, visibleVariables } from '../../../domain/access.ts';
import { CaseError } from '../../../domain/errors.ts';
import { isoOf } from '../../../domain/instant.ts';
import { clockOf } from '../../../workflows/trial-clock.ts';
import type { Caller } from '../access/caller.ts';
import { FormStore } from '../forms/form.store.ts';
import { alarmOf, taskOf } from '../tasks/task.row.ts';
import { Temporal } from '../temporal.ts';
import { CaseQueries } from './case.queries.ts';
import { summaryOf } from './case.row.ts';
import type { FullCaseColumns } from './case.row.ts';
import type { Case, CaseList, CaseQuery } from './case.schema.ts';

/** Puts a case together as the caller may see it. */
@Injectable()
export class CaseReader {
  constructor(
    @Inject(CaseQueries) private readonly queries: CaseQueries,
    @Inject(FormStore) private readonly forms: FormStore,
    @Inject(Temporal) private readonly temporal: Temporal,
  ) {}

  async list(caller: Caller, query: CaseQuery): Promise<CaseList> {
    const { rows, ...page } = await this.queries.list(caller, query);
    return { ...page, items: rows.map((row) => summaryOf(row, caller)) };
  }

  async one(id: string, caller: Caller): Promise<Case> {
    const row = await this.queries.one(id, caller);
    if (!row) throw new CaseError('NOT_FOUND', '没有这个案件');
    const [tasks, alarms, children, incidents, now] = await Promise.all([
      this.queries.openTasks(id, caller),
      this.queries.alarms(id, caller),
      this.queries.children(id, caller),
      this.queries.incidents(id),
      this.clockOf(row),
    ]);
    const formOf = await this.forms.usedBy(tasks);
    const circle = { ...row, familyOpenedBy: row.openedBy };
    const variables = visibleVariables(caller, circle);
    const insider = Object.keys(variables).length > 0 || mayOperate(caller, circle);
    return {
      ...summaryOf(row, caller),
      variables: { ...variables },
      openTasks: tasks.map((task) => taskOf(task, caller, formOf(task))),
      alarms: alarms.map(alarmOf),
      children: [...children],
      incidents: isSupervised(caller)
        ? []
        : incidents.map((one) => (insider ? incidentOf(one) : { ...incidentOf(one), message: '' })),
      now: isoOf(now),
    };
  }

  /** In a trial the moved clock; of an ended case the moment of its last step. */
  private async clockOf({ id, trial, status, clock }: FullCaseColumns): Promise<number> {
    if (status === 'completed' || status === 'cancelled') return clock;
    if (!trial) return Date.now();
    return (await clockOf(this.temporal.client, id)) ?? clock;
  }
}

type IncidentRow = Awaited<ReturnType<CaseQueries['incidents']>>[number];

const incidentOf = ({ openedAt, resolvedAt, ...incident }: IncidentRow): Case['incidents'][number] => ({
  ...incident,
  openedAt: isoOf(openedAt),
  resolvedAt: resolvedAt === null ? null : isoOf(resolvedAt),
});
