import type { Client } from '@temporalio/client';
import { dutiesDue, dutyById, heirOn } from '../../database/duties.queries.ts';
import type { DutyToOpen } from '../../database/duties.queries.ts';
import { cancelPlanned, markOpened, noteProblem } from '../../database/planned.queries.ts';
import type { Queryable } from '../../database/queryable.ts';
import { CaseError } from '../../domain/errors.ts';
import type { Command } from '../../engine/command.ts';
import { isTemporary } from '../deliver.ts';
import type { DutyActivities } from '../duties.types.ts';
import { openPlannedCase } from '../open-planned.ts';

/** The procedure that every duty goes through. */
const procedure = 'ZeRenShiXiang';

export function createDutyActivities({ client, db }: { client: Client; db: Queryable }): DutyActivities {
  return {
    dueDuties: (of) => dutiesDue(db, of),

    async openDuty(id) {
      const duty = await dutyById(db, id);
      if (!duty || duty.status !== 'planned' || duty.listStatus !== 'active') return;
      try {
        await open(client, db, duty);
      } catch (error) {
        if (!(error instanceof CaseError) || isTemporary(error)) throw error;
        await noteProblem(db, 'duty_occurrence', id, error.message);
      }
    },
  };
}

async function open(client: Client, db: Queryable, duty: DutyToOpen): Promise<void> {
  const heir = await heirOn(db, duty.lead, duty.opensOn);
  if (heir === null) return cancelPlanned(db, 'duty_occurrence', duty.id, '牵头单位已撤销，没有承接单位');
  const at = Date.now();
  await openPlannedCase({ client, db }, startOf(duty, heir, at), {
    caseId: duty.caseId,
    procedure,
    title: `${duty.item.measure}（${duty.period}）`,
    startsOn: duty.opensOn,
    openedBy: duty.owner,
  });
  await markOpened(db, 'duty_occurrence', { id: duty.id, heir: heir === duty.lead ? null : heir, at: new Date(at) });
}

const startOf = ({ id, listName, item, period, dueOn }: DutyToOpen, lead: string, at: number): Command => ({
  id: `duty:${id}`,
  bodyHash: '',
  actor: null,
  receivedAt: at,
  kind: 'start',
  variables: {
    dutyId: id,
    listName,
    itemNo: item.no,
    subject: item.subject,
    area: item.area,
    measure: item.measure,
    role: item.role,
    helpers: [...item.helpers],
    evidence: item.evidence,
    basis: item.basis,
    lead,
    period,
    dueOn,
  },
});
