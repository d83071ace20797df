import { Inject, Injectable } from '@nestjs/common';
import type { Queryable } from '../../../database/queryable.ts';
import type { Audience } from '../../../database/recurring.queries.ts';
import { CaseError } from '../../../domain/errors.ts';
import type { Recurrence } from '../../../domain/recurring-plan.ts';
import type { CivilDate } from '../../../domain/time.ts';
import type { Variables } from '../../../engine/command.ts';
import type { Caller } from '../access/caller.ts';
import { Database } from '../database.ts';
import type { Summary } from './recurring.schema.ts';

/** What its keepers set of a recurring procedure. */
export interface Settings extends Omit<Recurrence, 'id' | 'cycle'> {
  readonly cycle: Summary['cycle'];
  readonly name: string;
  readonly mechanism: string | null;
  readonly definitionKey: string;
  readonly work: Summary['work'];
  readonly subject: string | null;
  readonly afterBatch: boolean;
  readonly audience: Audience;
  readonly agency: string;
  readonly variables: Variables;
  readonly basis: string;
  readonly confidence: Summary['confidence'];
  readonly note: string;
  readonly owner: string;
}

export interface RecurringProcedure extends Settings {
  readonly id: string;
  readonly status: 'active' | 'paused' | 'ended';
  readonly planRevision: number;
  readonly appliedRevision: number;
  readonly backfillFrom: CivilDate | null;
  readonly pausedOn: CivilDate | null;
  readonly endedOn: CivilDate | null;
}

const columns = `id, name, mechanism, definition_key as "definitionKey", work, subject, after_batch as "afterBatch", cycle, opens, audience, agency_id as agency, variables,
  basis, confidence, note, owner_id as owner, status, starts_on::text as "startsOn", ends_on::text as "endsOn",
  plan_revision as "planRevision", applied_revision as "appliedRevision", backfill_from::text as "backfillFrom",
  paused_on::text as "pausedOn", ended_on::text as "endedOn"`;

export interface DoneAct {
  readonly act: string;
  readonly reason: string | undefined;
  readonly details?: object;
}

/** Recurring procedures and what was done to them. Two who change the same one wait for each other. */
@Injectable()
export class RecurringStore {
  constructor(@Inject(Database) private readonly database: Database) {}

  async one(id: string, db: Queryable = this.database.statements): Promise<RecurringProcedure> {
    const [found] = await db.query<RecurringProcedure[]>(`select ${columns} from recurring_procedure where id = $1`, [
      id,
    ]);
    if (!found) throw unknownProcedure(id);
    return found;
  }

  all(): Promise<readonly RecurringProcedure[]> {
    return this.database.rows<RecurringProcedure>(
      `select ${columns} from recurring_procedure order by status = 'ended', mechanism is null, length(mechanism), mechanism, id`,
    );
  }

  /** The change and its trace, whole or not at all; a preview is taken back after it has been looked at. */
  async change<Result>(
    id: string,
    { caller, preview }: { readonly caller: Caller; readonly preview: boolean },
    { work, result }: Change<Result>,
  ): Promise<Result> {
    return this.database.tried(preview, async (db) => {
      const [procedure] = await db.query<RecurringProcedure[]>(
        `select ${columns} from recurring_procedure where id = $1 for update`,
        [id],
      );
      if (!procedure) throw unknownProcedure(id);
      await trace(db, id, await work(db, procedure), caller.user);
      return result(db);
    });
  }
}

interface Change<Result> {
  readonly work: (db: Queryable, procedure: RecurringProcedure) => Promise<DoneAct>;
  readonly result: (db: Queryable) => Promise<Result>;
}

const unknownProcedure = (id: string): CaseError => new CaseError('NOT_FOUND', `没有周期程序“${id}”`);

export async function write(db: Queryable, id: string, settings: Settings): Promise<void> {
  await db.query(
    `update recurring_procedure set name = $2, mechanism = $3, definition_key = $4, cycle = $5, opens = $6, audience = $7,
       agency_id = $8, variables = $9, basis = $10, confidence = $11, note = $12, owner_id = $13, starts_on = $14, ends_on = $15,
       work = $16, subject = $17, after_batch = $18,
       batches_since = case when $18 then coalesce(batches_since, $19) end,
       plan_revision = plan_revision + 1
     where id = $1`,
    [id, ...valuesOf(settings), new Date()],
  );
}

/** False where there is one of that id. */
export async function insert(
  db: Queryable,
  { id, status, ...settings }: Settings & Pick<RecurringProcedure, 'id' | 'status'>,
): Promise<boolean> {
  const made = await db.query<unknown[]>(
    `insert into recurring_procedure (id, name, mechanism, definition_key, cycle, opens, audience, agency_id, variables, basis,
       confidence, note, owner_id, starts_on, ends_on, work, subject, after_batch, status, created_at, batches_since)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20,
       case when $18 then $20::timestamptz end)
     on conflict (id) do nothing returning id`,
    [id, ...valuesOf(settings), status, new Date()],
  );
  return made.length > 0;
}

const valuesOf = (settings: Settings): readonly unknown[] => [
  settings.name,
  settings.mechanism,
  settings.definitionKey,
  settings.cycle,
  settings.opens,
  JSON.stringify(settings.audience),
  settings.agency,
  JSON.stringify(settings.variables),
  settings.basis,
  settings.confidence,
  settings.note,
  settings.owner,
  settings.startsOn,
  settings.endsOn,
  settings.work,
  settings.subject,
  settings.afterBatch,
];

export async function trace(db: Queryable, id: string, done: DoneAct, by: string): Promise<void> {
  await db.query(
    `insert into recurring_act (procedure_id, act, details, reason, done_by, done_at) values ($1, $2, $3, $4, $5, $6)`,
    [id, done.act, JSON.stringify(done.details ?? {}), done.reason ?? '', by, new Date()],
  );
}
