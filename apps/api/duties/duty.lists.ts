import { Inject, Injectable } from '@nestjs/common';
import { addDays, civilDate, civilDateOf } from '../../../domain/civil-date.ts';
import { defaultPoints } from '../../../domain/duty-score.ts';
import { CaseError } from '../../../domain/errors.ts';
import type { CivilDate } from '../../../domain/time.ts';
import type { Queryable } from '../../../database/queryable.ts';
import type { Caller } from '../access/caller.ts';
import type { Envelope } from '../commands/envelope.ts';
import { Database } from '../database.ts';
import type { Act, Begin, NewList, Sampling } from './duty.schema.ts';
import { DutySchedules } from './duty.schedules.ts';
import { DutyStore, trace } from './duty.store.ts';
import type { DoneAct, DutyList } from './duty.store.ts';

export interface Hand {
  readonly caller: Caller;
  readonly envelope: Envelope;
}

/** No number is given anywhere (D). */
const usualShare = 0.2;

/** What is done to a list: it is drawn up, begins, pauses, goes on, ends. Its schedules follow each time. */
@Injectable()
export class DutyLists {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(DutyStore) private readonly store: DutyStore,
    @Inject(DutySchedules) private readonly schedules: DutySchedules,
  ) {}

  async create(list: NewList, { caller }: Hand): Promise<void> {
    const startsOn = civilDate(list.startsOn ?? `${list.year}-01-01`);
    if (!startsOn.startsWith(`${list.year}-`))
      throw new CaseError('OUTSIDE_YEAR', `起始日期不在 ${list.year} 年内`, { path: 'startsOn' });
    await this.database.transaction(async (db) => {
      const made = await db.query<unknown[]>(
        `insert into duty_list (id, name, year, owner_id, status, starts_on, sample_share, seed, points, created_at, strata)
         values ($1, $2, $3, $4, 'draft', $5, $6, $7, $8, $9, $10) on conflict (id) do nothing returning id`,
        [
          list.id,
          list.name,
          list.year,
          caller.user,
          startsOn,
          list.sampleShare ?? usualShare,
          `${list.id}/${list.year}`,
          JSON.stringify(list.points ?? defaultPoints),
          new Date(),
          list.strata ?? 'none',
        ],
      );
      if (made.length === 0) throw new CaseError('LIST_EXISTS', `已有编号为“${list.id}”的责任清单`, { path: 'id' });
      await trace(db, list.id, { act: 'created', reason: list.reason }, caller.user);
    });
  }

  /** How the sample is drawn, while nothing can have been drawn yet. */
  setSampling(id: string, { sampleShare, strata, reason }: Sampling, hand: Hand): Promise<void> {
    return this.act(id, hand, async (db, list) => {
      if (list.status !== 'draft') throw wrongState('清单已经施行，抽查办法不能再改，已经抽出的不会变');
      const next = { sampleShare: sampleShare ?? list.sampleShare, strata: strata ?? list.strata };
      await db.query('update duty_list set sample_share = $2, strata = $3 where id = $1', [
        id,
        next.sampleShare,
        next.strata,
      ]);
      return { act: 'sampling', reason, details: next };
    });
  }

  begin(id: string, { missed, reason }: Begin, hand: Hand): Promise<void> {
    return this.act(id, hand, async (db, list) => {
      if (list.status !== 'draft') throw wrongState('清单已经施行');
      if (list.version === 0) throw wrongState('清单还没有责任事项，请先导入');
      await setStatus(db, id, { status: 'active', backfillFrom: missed === 'open' ? list.startsOn : null });
      const skipped = missed === 'skip' ? await skip(db, id, null, '清单施行前') : 0;
      return { act: 'begun', reason, details: { missed, skipped } };
    });
  }

  pause(id: string, { reason }: Act, hand: Hand): Promise<void> {
    return this.act(id, hand, async (db, list) => {
      if (list.status !== 'active') throw wrongState('只有施行中的清单可以暂停');
      await setStatus(db, id, { status: 'paused', pausedOn: today() });
      return { act: 'paused', reason };
    });
  }

  resume(id: string, { missed, reason }: Begin, hand: Hand): Promise<void> {
    return this.act(id, hand, async (db, list) => {
      if (list.status !== 'paused' || list.pausedOn === null) throw wrongState('清单没有暂停');
      await setStatus(db, id, { status: 'active', backfillFrom: missed === 'open' ? list.pausedOn : null });
      const skipped = missed === 'skip' ? await skip(db, id, list.pausedOn, '清单暂停期间') : 0;
      return { act: 'resumed', reason, details: { missed, skipped } };
    });
  }

  /** What is open stays open, with its clocks; what was still to come is taken back. */
  end(id: string, { reason }: Act, hand: Hand): Promise<void> {
    return this.act(id, hand, async (db, list) => {
      if (list.status === 'ended') throw new CaseError('ALREADY_ENDED', '清单已经结束');
      await setStatus(db, id, { status: 'ended', endedOn: today() });
      const gone = await db.query<unknown[]>(
        `update duty_occurrence set status = 'cancelled', reason = '清单已经结束'
         where list_id = $1 and status = 'planned' returning id`,
        [id],
      );
      return { act: 'ended', reason, details: { cancelled: gone.length } };
    });
  }

  private async act(
    id: string,
    { caller, envelope }: Hand,
    work: (db: Queryable, list: DutyList) => Promise<DoneAct>,
  ): Promise<void> {
    await this.store.change(id, { caller, preview: envelope.preview }, async (db, list) => ({
      done: await work(db, list),
      result: null,
    }));
    if (!envelope.preview) await this.schedules.follow();
  }
}

const today = (): CivilDate => civilDateOf(Date.now());
const wrongState = (message: string): CaseError => new CaseError('WRONG_STATE', message);

interface Standing {
  readonly status: DutyList['status'];
  readonly backfillFrom?: CivilDate | null;
  readonly pausedOn?: CivilDate;
  readonly endedOn?: CivilDate;
}

async function setStatus(db: Queryable, id: string, standing: Standing): Promise<void> {
  const { status, backfillFrom = null, pausedOn = null, endedOn = null } = standing;
  await db.query(
    `update duty_list set status = $2, backfill_from = $3, paused_on = $4, ended_on = $5, plan_revision = plan_revision + 1
     where id = $1`,
    [id, status, backfillFrom, pausedOn, endedOn],
  );
}

/** Obligations whose day has passed, from a day on, are not made up for. */
async function skip(db: Queryable, id: string, from: CivilDate | null, reason: string): Promise<number> {
  const skipped = await db.query<unknown[]>(
    `update duty_occurrence set status = 'skipped', reason = $4
     where list_id = $1 and status = 'planned' and opens_on < $2::date and ($3::date is null or opens_on >= $3::date)
     returning id`,
    [id, addDays(today(), 1), from, reason],
  );
  return skipped.length;
}
