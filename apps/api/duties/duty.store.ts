import { Inject, Injectable } from '@nestjs/common';
import type { Queryable } from '../../../database/queryable.ts';
import type { DutyItem } from '../../../domain/duty.ts';
import type { SampleStrata } from '../../../domain/duty-sample.ts';
import type { DutyPoints } from '../../../domain/duty-score.ts';
import { CaseError } from '../../../domain/errors.ts';
import type { CivilDate } from '../../../domain/time.ts';
import type { Caller } from '../access/caller.ts';
import { Database } from '../database.ts';

export interface DutyList {
  readonly id: string;
  readonly name: string;
  readonly year: number;
  readonly owner: string;
  readonly status: 'draft' | 'active' | 'paused' | 'ended';
  readonly startsOn: CivilDate;
  readonly sampleShare: number;
  readonly strata: SampleStrata;
  readonly points: DutyPoints;
  readonly version: number;
  readonly planRevision: number;
  readonly appliedRevision: number;
  readonly backfillFrom: CivilDate | null;
  readonly pausedOn: CivilDate | null;
  readonly endedOn: CivilDate | null;
  readonly result: unknown;
}

const columns = `id, name, year, owner_id as owner, status, starts_on::text as "startsOn", sample_share::float8 as "sampleShare", strata,
  points, version, plan_revision as "planRevision", applied_revision as "appliedRevision", backfill_from::text as "backfillFrom",
  paused_on::text as "pausedOn", ended_on::text as "endedOn", result`;

export interface DoneAct {
  readonly act: string;
  readonly reason: string | undefined;
  readonly details?: object;
}

/** Lists of duties and what was done to them. Two who change the same list wait for each other. */
@Injectable()
export class DutyStore {
  constructor(@Inject(Database) private readonly database: Database) {}

  async one(id: string): Promise<DutyList> {
    const found = await this.database.row<DutyList>(`select ${columns} from duty_list where id = $1`, [id]);
    if (!found) throw unknownList(id);
    return found;
  }

  all(): Promise<readonly DutyList[]> {
    return this.database.rows<DutyList>(`select ${columns} from duty_list order by year desc, id`);
  }

  items(id: string, version: number, db?: Queryable): Promise<readonly DutyItem[]> {
    const text = `select no, subject, area, measure, leads, role, helpers, evidence, cycle, opens, within, basis,
        weight::float8 as weight, powers, times, stages
      from duty_item where list_id = $1 and version = $2 order by position`;
    return db ? db.query<DutyItem[]>(text, [id, version]) : this.database.rows<DutyItem>(text, [id, version]);
  }

  /** The change and its trace, whole or not at all; a preview is taken back after it has been looked at. */
  async change<Result>(
    id: string,
    { caller, preview }: { readonly caller: Caller; readonly preview: boolean },
    work: (db: Queryable, list: DutyList) => Promise<{ readonly done: DoneAct | null; readonly result: Result }>,
  ): Promise<Result> {
    return this.database.tried(preview, async (db) => {
      const [list] = await db.query<DutyList[]>(`select ${columns} from duty_list where id = $1 for update`, [id]);
      if (!list) throw unknownList(id);
      const { done, result } = await work(db, list);
      if (done) await trace(db, id, done, caller.user);
      return result;
    });
  }
}

export const unknownList = (id: string): CaseError => new CaseError('NOT_FOUND', `没有责任清单“${id}”`);

export async function trace(db: Queryable, list: string, done: DoneAct, by: string): Promise<void> {
  await db.query(
    `insert into duty_act (list_id, act, version, details, reason, done_by, done_at)
     select id, $2, version, $3, $4, $5, $6 from duty_list where id = $1`,
    [list, done.act, JSON.stringify(done.details ?? {}), done.reason ?? '', by, new Date()],
  );
}
