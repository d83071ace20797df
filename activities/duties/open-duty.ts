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
  const helpers = await heirsOf(db, duty, heir);
  const at = Date.now();
  await openPlannedCase({ client, db }, startOf(duty, { lead: heir, helpers, at }), {
    caseId: duty.caseId,
    procedure,
    title: `${duty.item.measure}（${duty.period}）`,
    startsOn: duty.opensOn,
    openedBy: duty.owner,
  });
  await markOpened(db, 'duty_occurrence', { id: duty.id, heir: heir === duty.lead ? null : heir, at: new Date(at) });
}

/** Each helper once, by whoever it is now; one that is no more without an heir, or has become the lead, helps no longer. */
async function heirsOf(db: Queryable, { item, opensOn }: DutyToOpen, lead: string): Promise<readonly string[]> {
  const heirs = await Promise.all(item.helpers.map((helper) => heirOn(db, helper, opensOn)));
  return [...new Set(heirs)].filter((heir): heir is string => heir !== null && heir !== lead);
}

const startOf = (
  { id, listName, item, period, dueOn }: DutyToOpen,
  { lead, helpers, at }: { readonly lead: string; readonly helpers: readonly string[]; readonly at: number },
): Command => ({
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
    helpers: [...helpers],
    evidence: item.evidence,
    basis: item.basis,
    powers: [...item.powers],
    times: [...item.times],
    stages: [...item.stages],
    lead,
    period,
    dueOn,
  },
});
