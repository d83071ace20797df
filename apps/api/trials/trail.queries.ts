import { Inject, Injectable } from '@nestjs/common';
import { byOpening, opened } from '../../../scenarios/order.ts';
import type { Step } from '../../../scenarios/scenario.ts';
import { Database } from '../database.ts';

export interface ActRow {
  readonly n: number;
  readonly step: Step;
  readonly open: readonly string[];
  readonly status: string;
  readonly clock: number;
}

/** A family as a scenario counts it: cases and open tasks in the order of their opening. */
interface Standing {
  readonly cases: readonly { readonly id: string; readonly parentId: string | null; readonly status: string }[];
  readonly openTasks: readonly { readonly id: string; readonly caseId: string; readonly elementId: string }[];
}

/** What was done in a trial, act by act. */
@Injectable()
export class TrailQueries {
  constructor(@Inject(Database) private readonly database: Database) {}

  async standingOf(family: string): Promise<Standing> {
    const [cases, tasks] = await Promise.all([
      this.database.rows<Standing['cases'][number]>(
        'select id, parent_id as "parentId", status from case_view where family = $1',
        [family],
      ),
      this.database.rows<Standing['openTasks'][number]>(
        `select t.id, t.case_id as "caseId", t.element_id as "elementId" from task_view t
         join case_view c on c.id = t.case_id where c.family = $1 and t.status in ('open', 'suspended')`,
        [family],
      ),
    ]);
    const ordered = byOpening(family, {
      all: cases,
      idOf: ({ id }) => id,
      childrenOf: ({ id }) => cases.filter(({ parentId }) => parentId === id).map((child) => child.id),
    });
    const byCase = Map.groupBy(tasks, ({ caseId }) => caseId);
    return { cases: ordered, openTasks: ordered.flatMap(({ id }) => opened(byCase.get(id) ?? [])) };
  }

  async elementOfIncident(caseId: string, incidentId: string): Promise<string | undefined> {
    const row = await this.database.row<{ element: string }>(
      'select element_id as element from incident_view where case_id = $1 and id = $2',
      [caseId, incidentId],
    );
    return row?.element;
  }

  familyOf(caseId: string): Promise<{ readonly family: string; readonly openedBy: string } | undefined> {
    return this.database.row(
      'select family, opened_by as "openedBy" from case_view where id = $1 and trial and opened_by is not null',
      [caseId],
    );
  }

  /** One more act; the trial is known from its first one at the latest. */
  async add(family: string, openedBy: string, act: Omit<ActRow, 'n'>): Promise<void> {
    await this.database.rows(
      `with known as (
         insert into trial (family, opened_by, acts, opened_at, touched_at) values ($1, $2, 1, $7, $7)
         on conflict (family) do update set acts = trial.acts + 1, touched_at = excluded.touched_at
         returning acts)
       insert into trial_act (family, n, step, open, status, clock) select $1, acts, $3, $4, $5, $6 from known`,
      [family, openedBy, JSON.stringify(act.step), act.open, act.status, new Date(act.clock), new Date()],
    );
  }

  acts(family: string): Promise<readonly ActRow[]> {
    return this.database.rows<ActRow>(
      'select n, step, open, status, clock from trial_act where family = $1 order by n',
      [family],
    );
  }
}
