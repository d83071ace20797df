import { Inject, Injectable } from '@nestjs/common';
import type { CaseCircle } from '../../../domain/access.ts';
import type { ModelRef } from '../../../engine/command.ts';
import { upcastModel } from '../../../engine/formats/model.ts';
import type { ProcessModel } from '../../../engine/model.ts';
import type { TaskPosition } from '../../../engine/view.ts';
import type { SeenCase, SeenTask } from '../../../engine/what-if/seen.ts';
import { Database } from '../database.ts';

/** A running case with what its clocks depend on, and who may be told of it. */
export interface FoundCase extends CaseCircle, Omit<SeenCase, 'model' | 'tasks'> {
  readonly number: string;
  readonly title: string;
  readonly definitionKey: string;
  readonly version: number;
  readonly tasks: readonly FoundTask[];
}

/** Without a position where its row was written before rows told what their due dates are computed from. */
type FoundTask = Omit<SeenTask, keyof TaskPosition | 'status'> & { readonly position: TaskPosition | null };

/** So many keep the process from others for a tenth of a second at most. */
const batch = 100;

/** Real cases under way, batch by batch. */
@Injectable()
export class SeenQueries {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** `definitionKey`: of one procedure, also where it was called. */
  async *found(definitionKey: string | null): AsyncGenerator<readonly FoundCase[]> {
    for (let after = ''; ;) {
      const rows = await this.batchAfter(after, definitionKey);
      const last = rows.at(-1);
      if (!last) return;
      yield rows;
      after = last.id;
    }
  }

  private batchAfter(after: string, definitionKey: string | null): Promise<readonly FoundCase[]> {
    return this.database.rows<FoundCase>(
      `select c.id, c.number, c.title, c.definition_key as "definitionKey", c.version, c.trial,
         case c.status when 'suspended' then 'suspended' else 'running' end as status, c.starts_on as "startsOn",
         c.opened_at as "openedAt", c.variables, c.opened_by as "openedBy", c.opened_by as "familyOpenedBy", c.agencies,
         c.people,
         (select coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'elementId', t.element_id, 'name', t.name,
            'agency', t.agency, 'role', t.role, 'assignee', t.assignee, 'owner', t.owner,
            'candidateUsers', to_jsonb(t.candidate_users), 'loopCounter', t.loop_counter,
            'openedAt', (extract(epoch from t.opened_at) * 1000)::bigint, 'variables', t.variables,
            'position', t.position) order by t.id), '[]')
          from task_view t where t.case_id = c.id and t.status in ('open', 'suspended')) as tasks,
         (select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'taskId', a.task_id, 'elementId', a.element_id,
            'kind', a.kind, 'level', a.level, 'at', (extract(epoch from a.at) * 1000)::bigint,
            'firedAt', (extract(epoch from a.fired_at) * 1000)::bigint, 'overtaken', a.overtaken, 'cancelled', false)
            || case when a.counted is null then '{}'::jsonb else jsonb_build_object('counted', a.counted) end), '[]')
          from alarm_view a left join task_view t on t.case_id = a.case_id and t.id = a.task_id
          where a.case_id = c.id and not a.cancelled
            and (t.status in ('open', 'suspended') or a.task_id is null and a.fired_at is null and a.counted is not null)) as alarms
       from case_view c
       where c.id > $1 and not c.trial and c.status not in ('completed', 'cancelled')
         and ($2::text is null or c.definition_key = $2 or exists (
           select from task_view t where t.case_id = c.id and t.status in ('open', 'suspended')
             and t.position->>'ref' like $2 || '@%'))
       order by c.id limit ${batch}`,
      [after, definitionKey],
    );
  }

  /** Published versions by their reference, those of `refs` that are not known yet. */
  async addModels(models: Map<ModelRef, ProcessModel>, refs: Iterable<ModelRef>): Promise<void> {
    const wanted = [...new Set(refs)].filter((ref) => !models.has(ref));
    if (wanted.length === 0) return;
    const rows = await this.database.rows<{ ref: ModelRef; model: ProcessModel }>(
      `select key || '@' || version as ref, model from definition where key || '@' || version = any($1)`,
      [wanted],
    );
    for (const { ref, model } of rows) models.set(ref, upcastModel(model));
  }
}
