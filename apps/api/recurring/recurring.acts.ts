import { Inject, Injectable } from '@nestjs/common';
import { replanRecurring } from '../../../database/recurring.plan.ts';
import type { Queryable } from '../../../database/queryable.ts';
import { addDays, civilDateOf } from '../../../domain/civil-date.ts';
import { CaseError } from '../../../domain/errors.ts';
import type { CivilDate } from '../../../domain/time.ts';
import type { Caller } from '../access/caller.ts';
import { Database } from '../database.ts';
import type { Hand } from '../duties/duty.lists.ts';
import { checkBeginning, RecurringJudge } from './recurring.judge.ts';
import type { Act, NewProcedure, Procedure, ProcedureChange, Resume } from './recurring.schema.ts';
import { RecurringSchedules } from './recurring.schedules.ts';
import { insert, RecurringStore, trace, write } from './recurring.store.ts';
import type { DoneAct, RecurringProcedure, Settings } from './recurring.store.ts';
import { RecurringView } from './recurring.view.ts';

/** What is done to a recurring procedure: it is set up, changed, paused, goes on, ends. Its schedule follows each time. */
@Injectable()
export class RecurringActs {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(RecurringStore) private readonly store: RecurringStore,
    @Inject(RecurringJudge) private readonly judge: RecurringJudge,
    @Inject(RecurringView) private readonly view: RecurringView,
    @Inject(RecurringSchedules) private readonly schedules: RecurringSchedules,
  ) {}

  async create({ id, paused, missed, reason, ...given }: NewProcedure, hand: Hand): Promise<Procedure> {
    const { caller, envelope } = hand;
    const settings = { ...given, owner: given.owner ?? caller.user, startsOn: given.startsOn ?? today() };
    checkBeginning(settings.startsOn);
    await this.judge.check(id, settings, hand);
    const made = await this.database.tried(envelope.preview, async (db) => {
      if (!(await insert(db, { ...settings, id, status: paused ? 'paused' : 'active' })))
        throw new CaseError('RECURRING_EXISTS', `已有编号为“${id}”的周期程序`, { path: 'id' });
      if (paused) await setStatus(db, id, { status: 'paused', pausedOn: today() });
      const effect = await replanRecurring(db, id, { today: today(), from: settings.startsOn });
      const skipped = await makeUp(db, id, { missed, since: settings.startsOn });
      await trace(db, id, { act: 'created', reason, details: { ...effect, skipped } }, caller.user);
      return this.view.one(id, caller, db);
    });
    return envelope.preview ? made : this.followed(id, caller);
  }

  /** What opens from today on follows the change; an earlier first day asks for what has passed since as well. */
  async change(id: string, { missed, reason, ...change }: ProcedureChange, hand: Hand): Promise<Procedure> {
    const before = settingsOf(await this.store.one(id));
    const settings: Settings = { ...before, ...defined(change) };
    if (settings.startsOn < before.startsOn) checkBeginning(settings.startsOn);
    await this.judge.check(id, settings, hand);
    return this.act(id, hand, async (db, procedure) => {
      if (procedure.status === 'ended') throw new CaseError('ALREADY_ENDED', '周期程序已经结束，不能再改');
      const since = settings.startsOn < procedure.startsOn ? settings.startsOn : null;
      await write(db, id, settings);
      const effect = await replanRecurring(db, id, { today: today(), from: since ?? today() });
      const skipped = since === null ? 0 : await makeUp(db, id, { missed, since });
      return { act: 'changed', reason, details: { fields: Object.keys(defined(change)), ...effect, skipped } };
    });
  }

  pause(id: string, { reason }: Act, hand: Hand): Promise<Procedure> {
    return this.act(id, hand, async (db, { status }) => {
      if (status !== 'active') throw new CaseError('WRONG_STATE', '只有施行中的周期程序可以暂停');
      await setStatus(db, id, { status: 'paused', pausedOn: today() });
      return { act: 'paused', reason };
    });
  }

  resume(id: string, { missed, reason }: Resume, hand: Hand): Promise<Procedure> {
    return this.act(id, hand, async (db, { status, startsOn }) => {
      if (status !== 'paused') throw new CaseError('WRONG_STATE', '周期程序没有暂停');
      await setStatus(db, id, { status: 'active' });
      const skipped = await makeUp(db, id, { missed, since: startsOn });
      return { act: 'resumed', reason, details: { missed, skipped } };
    });
  }

  /** What is open stays open; what was still to come is taken back. */
  end(id: string, { reason }: Act, hand: Hand): Promise<Procedure> {
    return this.act(id, hand, async (db, { status }) => {
      if (status === 'ended') throw new CaseError('ALREADY_ENDED', '周期程序已经结束');
      await setStatus(db, id, { status: 'ended', endedOn: today() });
      const gone = await db.query<unknown[]>(
        `update recurring_opening set status = 'cancelled', reason = '周期程序已经结束'
         where procedure_id = $1 and status = 'planned' returning id`,
        [id],
      );
      return { act: 'ended', reason, details: { cancelled: gone.length } };
    });
  }

  private async act(
    id: string,
    { caller, envelope }: Hand,
    work: (db: Queryable, procedure: RecurringProcedure) => Promise<DoneAct>,
  ): Promise<Procedure> {
    const changed = await this.store.change(
      id,
      { caller, preview: envelope.preview },
      {
        work,
        result: (db) => this.view.one(id, caller, db),
      },
    );
    return envelope.preview ? changed : this.followed(id, caller);
  }

  private async followed(id: string, caller: Caller): Promise<Procedure> {
    await this.schedules.follow();
    return this.view.one(id, caller);
  }
}

const today = (): CivilDate => civilDateOf(Date.now());

const defined = (change: Omit<ProcedureChange, 'missed' | 'reason'>): Partial<Settings> =>
  Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));

function settingsOf(procedure: RecurringProcedure): Settings {
  const { name, mechanism, definitionKey, work, subject, afterBatch, cycle, opens, audience, agency, variables } =
    procedure;
  const { basis, confidence, note, owner, startsOn, endsOn } = procedure;
  return {
    name, mechanism, definitionKey, work, subject, afterBatch, cycle, opens, audience, agency, variables,
    basis, confidence, note, owner, startsOn, endsOn,
  }; // prettier-ignore
}

interface Standing {
  readonly status: RecurringProcedure['status'];
  readonly pausedOn?: CivilDate;
  readonly endedOn?: CivilDate;
}

async function setStatus(db: Queryable, id: string, { status, pausedOn, endedOn }: Standing): Promise<void> {
  await db.query(
    `update recurring_procedure set status = $2, paused_on = $3, ended_on = $4, plan_revision = plan_revision + 1 where id = $1`,
    [id, status, pausedOn ?? null, endedOn ?? null],
  );
}

/** Openings whose day has passed since: run by the schedule, or left out with a reason. Answers how many were left out. */
async function makeUp(
  db: Queryable,
  id: string,
  { missed, since }: { readonly missed: 'open' | 'skip'; readonly since: CivilDate },
): Promise<number> {
  if (missed === 'open') {
    await db.query('update recurring_procedure set backfill_from = $2 where id = $1', [id, since]);
    return 0;
  }
  const skipped = await db.query<unknown[]>(
    `update recurring_opening set status = 'skipped', reason = '开启日已过，不再补开'
     where procedure_id = $1 and status = 'planned' and opens_on < $2::date and opens_on >= $3::date returning id`,
    [id, addDays(today(), 1), since],
  );
  return skipped.length;
}
