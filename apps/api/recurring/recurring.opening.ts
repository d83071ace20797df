import { setTimeout as pause } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import type { Queryable } from '../../../database/queryable.ts';
import { receiversOf, unmannedUnits } from '../../../database/receiving.queries.ts';
import { writeOpenings } from '../../../database/recurring.plan.ts';
import { civilDateOf } from '../../../domain/civil-date.ts';
import { CaseError } from '../../../domain/errors.ts';
import { periodOf } from '../../../domain/opening-cycle.ts';
import { countsUnits } from '../../../domain/recurring-audience.ts';
import { openingIdOf } from '../../../domain/recurring-plan.ts';
import type { PlannedOpening } from '../../../domain/recurring-plan.ts';
import { taskQueue } from '../../../workflows/case.messages.ts';
import { openRecurringWorkflow, recurringRunId } from '../../../workflows/recurring.messages.ts';
import type { OpenRecurring } from '../../../workflows/recurring.messages.ts';
import { Database } from '../database.ts';
import type { Hand } from '../duties/duty.lists.ts';
import { Temporal } from '../temporal.ts';
import { RecurringJudge } from './recurring.judge.ts';
import type { Open, Opened } from './recurring.schema.ts';
import { RecurringStore } from './recurring.store.ts';
import type { RecurringProcedure } from './recurring.store.ts';

type Item = Opened['items'][number];
type Known = { readonly id: string; readonly status: string; readonly caseId: string; readonly problem: string | null };

/** 立即开启: a period is opened by hand, early, late or again for whom it was left out; what is open stays the one case that it is. */
@Injectable()
export class RecurringOpening {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Temporal) private readonly temporal: Temporal,
    @Inject(RecurringStore) private readonly store: RecurringStore,
    @Inject(RecurringJudge) private readonly judge: RecurringJudge,
  ) {}

  async open(id: string, { period, receivers: only, reason }: Open, hand: Hand): Promise<Opened> {
    const { caller, envelope } = hand;
    const procedure = await this.store.one(id);
    if (procedure.status === 'ended') throw new CaseError('ALREADY_ENDED', '周期程序已经结束');
    const today = civilDateOf(Date.now());
    const openings = await this.openingsOf(procedure, { period, only });
    const items = await this.foreseen(procedure, openings, hand);
    const unmanned = countsUnits(procedure)
      ? await unmannedUnits(this.database.statements, procedure.audience, today)
      : [];
    const answer = { procedure: id, period, preview: envelope.preview, unmanned: [...unmanned] };
    if (envelope.preview) return { ...answer, settled: true, items };
    const refused = items.filter(({ standing, problem }) => standing === 'new' && problem !== null);
    if (refused.length > 0)
      throw new CaseError('CANNOT_OPEN', `有 ${refused.length} 件不能开启：${refused[0]?.problem}`, {
        defects: refused.map(({ receiver, problem }) => ({
          code: 'CANNOT_OPEN',
          path: receiver,
          message: problem ?? '',
        })),
      });
    const wanted = openings.filter((_, at) => items[at]?.standing === 'new');
    await this.store.change(
      id,
      { caller, preview: false },
      {
        work: async (db) => {
          await ask(db, id, wanted, caller.user);
          return { act: 'opened', reason, details: { period, openings: wanted.length } };
        },
        result: () => Promise.resolve(),
      },
    );
    if (wanted.length > 0) await this.run(id, today, envelope.id);
    const ids = openings.map((one) => openingIdOf(id, one));
    const { known, settled } = await this.untilOpened(ids);
    return {
      ...answer,
      settled,
      items: items.map((item) => {
        const now = known.get(item.id);
        return {
          ...item,
          caseId: now?.status === 'opened' && procedure.work === 'case' ? now.caseId : null,
          problem: now?.problem ?? null,
        };
      }),
    };
  }

  /** One for everybody whom the period concerns on its day, or today where that is still to come. */
  private async openingsOf(
    { id, cycle, audience, agency }: RecurringProcedure,
    { period, only }: { readonly period: string; readonly only: readonly string[] | undefined },
  ): Promise<readonly PlannedOpening[]> {
    const found = periodOf(cycle, period);
    if (!found) throw new CaseError('UNKNOWN_PERIOD', `“${period}”不是该周期的期别`, { path: 'period' });
    const db = this.database.statements;
    const today = civilDateOf(Date.now());
    const openings = (await receiversOf(db, { audience, agency, cycle }))
      .filter(({ since, until }) => (since === null || since <= today) && (until === null || until >= today))
      .map((receiver) => ({ receiver: receiver.id, agency: receiver.agency, period, opensOn: today }));
    const absent = only?.find((one) => !openings.some(({ receiver }) => receiver === one));
    if (absent !== undefined)
      throw new CaseError('UNKNOWN_RECEIVER', `“${absent}”不在周期程序“${id}”的范围内`, { path: 'receivers' });
    return openings.filter(({ receiver }) => only === undefined || only.includes(receiver));
  }

  private async foreseen(
    procedure: RecurringProcedure,
    openings: readonly PlannedOpening[],
    hand: Hand,
  ): Promise<Item[]> {
    const known = await this.knownOf(openings.map((one) => openingIdOf(procedure.id, one)));
    const items: Item[] = [];
    for (const opening of openings) {
      const id = openingIdOf(procedure.id, opening);
      const { title, variables, problem } = await this.tried(procedure, opening, hand);
      const before = known.get(id);
      const standing = before?.status === 'opened' ? 'known' : 'new';
      const caseId = standing === 'known' && procedure.work === 'case' ? (before?.caseId ?? null) : null;
      items.push({ id, receiver: opening.receiver, title, standing, caseId, variables, problem });
    }
    return items;
  }

  private async tried(procedure: RecurringProcedure, opening: PlannedOpening, hand: Hand) {
    const beginning = await this.judge.beginning(procedure, opening);
    try {
      if (procedure.work === 'case') await this.judge.rehearse(procedure, beginning, hand);
      return { ...beginning, variables: { ...beginning.variables }, problem: null };
    } catch (error) {
      if (!(error instanceof CaseError)) throw error;
      return { ...beginning, variables: { ...beginning.variables }, problem: error.message };
    }
  }

  private async knownOf(ids: readonly string[]): Promise<ReadonlyMap<string, Known>> {
    const rows = await this.database.rows<Known>(
      'select id, status, case_id as "caseId", problem from recurring_opening where id = any($1)',
      [ids],
    );
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** Beside the schedule's own runs: what both open is one case. */
  private async run(id: string, until: string, command: string): Promise<void> {
    const input: OpenRecurring = { procedure: id, until };
    await this.temporal.within(() =>
      this.temporal.client.workflow.start(openRecurringWorkflow, {
        taskQueue,
        workflowId: recurringRunId(id, command),
        workflowIdConflictPolicy: 'USE_EXISTING',
        args: [input],
      }),
    );
  }

  /** A long run is not waited out; it goes on by itself. */
  private async untilOpened(ids: readonly string[]) {
    for (let left = patience; ; left -= step) {
      const known = await this.knownOf(ids);
      const settled = [...known.values()].every(
        ({ status, problem }) => status === 'opened' || status === 'cancelled' || problem !== null,
      );
      if (settled || left <= 0) return { known, settled };
      await pause(step);
    }
  }
}

const patience = 20_000;
const step = 200;

/** New ones come in with today's day; those that were left out or taken back are wanted again. None opens later than today. */
async function ask(db: Queryable, procedure: string, openings: readonly PlannedOpening[], by: string): Promise<void> {
  const ids = openings.map((one) => openingIdOf(procedure, one));
  const known = await db.query<{ id: string }[]>('select id from recurring_opening where id = any($1)', [ids]);
  const added = openings
    .map((one) => [openingIdOf(procedure, one), one] as const)
    .filter(([id]) => !known.some((row) => row.id === id));
  await writeOpenings(db, procedure, added);
  await db.query(
    `update recurring_opening set asked_by = $2, status = 'planned', reason = null, problem = null,
       opens_on = least(opens_on, $3::date)
     where id = any($1) and status not in ('opened', 'ordered')`,
    [ids, by, openings[0]?.opensOn ?? null],
  );
}
