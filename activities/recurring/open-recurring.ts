import type { Client } from '@temporalio/client';
import type { Pool } from 'pg';
import { heirOn } from '../../database/duties.queries.ts';
import { cancelPlanned, markOpened, noteProblem } from '../../database/planned.queries.ts';
import { fromPool } from '../../database/queryable.ts';
import type { Queryable } from '../../database/queryable.ts';
import { toldOf } from '../../database/receiving.queries.ts';
import type { Told } from '../../database/receiving.queries.ts';
import { replanRecurring } from '../../database/recurring.plan.ts';
import { hasOpening, openingById, openingsDue, orderOpening } from '../../database/recurring.queries.ts';
import type { OpeningToOpen } from '../../database/recurring.queries.ts';
import { suppliedIn } from '../../database/supply.queries.ts';
import { inTransaction } from '../../database/transaction.ts';
import { civilDateOf } from '../../domain/civil-date.ts';
import { CaseError } from '../../domain/errors.ts';
import { openingNamed, openingTitle } from '../../domain/recurring-title.ts';
import type { Command, Variables } from '../../engine/command.ts';
import { startVariablesOf } from '../../engine/recurring/start-variables.ts';
import { isTemporary } from '../deliver.ts';
import { openPlannedCase } from '../open-planned.ts';
import type { RecurringActivities } from '../recurring.types.ts';

const table = 'recurring_opening';

export function createRecurringActivities({ client, pool }: { client: Client; pool: Pool }): RecurringActivities {
  const db = fromPool(pool);
  return {
    async renewPlan(procedure) {
      const today = civilDateOf(Date.now());
      await inTransaction(pool, (transaction) => replanRecurring(transaction, procedure, { today, from: today }));
    },

    dueOpenings: (of) => openingsDue(db, of),

    async openRecurring(id) {
      const opening = await openingById<Variables>(db, id);
      if (!opening || opening.status !== 'planned' || !isWanted(opening)) return;
      if (opening.procedure.work !== 'case') return orderOpening(db, id);
      try {
        await open(client, db, opening);
      } catch (error) {
        if (!(error instanceof CaseError) || isTemporary(error)) throw error;
        await noteProblem(db, table, id, error.message);
      }
    },
  };
}

/** A paused procedure opens what somebody asked for; an ended one nothing. */
const isWanted = ({ procedureStatus, askedBy }: OpeningToOpen<Variables>): boolean =>
  procedureStatus === 'active' || (procedureStatus === 'paused' && askedBy !== null);

async function open(client: Client, db: Queryable, opening: OpeningToOpen<Variables>): Promise<void> {
  const { id, agency, receiver, period, opensOn, procedure } = opening;
  const heir = await heirOn(db, agency, opensOn);
  if (heir === null) return cancelPlanned(db, table, id, '单位已撤销，没有承接单位');
  if (heir !== agency && (await hasOpening(db, { procedure: procedure.id, period, receiver: heir })))
    return cancelPlanned(db, table, id, '单位已撤销，承接单位本期已单独开启');
  const at = Date.now();
  const { audience } = procedure;
  if (audience.kind === 'sources') {
    const { periodFrom: from, periodTo: to } = openingNamed(procedure.cycle, period, opensOn);
    const supplied = await suppliedIn(db, { source: receiver, from, to });
    if (supplied) return cancelPlanned(db, table, id, `本期数据已收到（批次 ${supplied.batch}）`);
  }
  const inherited = heir !== agency && receiver === agency;
  const told = await toldOf(db, { audience, receiver: inherited ? heir : receiver, agency: heir, on: opensOn });
  await openPlannedCase({ client, db }, startOf(opening, told, at), {
    caseId: opening.caseId,
    procedure: procedure.definitionKey,
    title: openingTitle(procedure, period, audience.kind === 'once' ? null : told.receiver.name),
    startsOn: opensOn,
    openedBy: procedure.owner,
  });
  await markOpened(db, table, { id, heir: heir === agency ? null : heir, at: new Date(at) });
}

const startOf = ({ id, period, opensOn, procedure }: OpeningToOpen<Variables>, told: Told, at: number): Command => ({
  id: `recurring:${id}`,
  bodyHash: '',
  actor: null,
  receivedAt: at,
  reason: `周期程序“${procedure.name}”自动开启，依据：${procedure.basis}`,
  kind: 'start',
  variables: startVariablesOf(procedure.variables, { ...openingNamed(procedure.cycle, period, opensOn), ...told }, at),
});
