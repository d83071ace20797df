import type { Client } from '@temporalio/client';
import { modelForNewCase } from '../../database/definition.queries.ts';
import { cancelDuty, dutiesDue, dutyById, heirOn, markOpened, noteProblem } from '../../database/duties.queries.ts';
import type { DutyToOpen } from '../../database/duties.queries.ts';
import { nextCaseNumber } from '../../database/numbers.queries.ts';
import type { Queryable } from '../../database/queryable.ts';
import { loadRulebook } from '../../database/rulebook.queries.ts';
import { civilDateOf } from '../../domain/civil-date.ts';
import { CaseError } from '../../domain/errors.ts';
import type { Command } from '../../engine/command.ts';
import type { ProcessModel } from '../../engine/model.ts';
import { openCase } from '../../workflows/case.client.ts';
import { isTemporary, yearOf } from '../deliver.ts';
import type { DutyActivities } from '../duties.types.ts';
import { numberOf } from '../open-child.ts';

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
        await noteProblem(db, id, error.message);
      }
    },
  };
}

/** Repeated it finds the case that it has opened: the id is the duty's own. */
async function open(client: Client, db: Queryable, duty: DutyToOpen): Promise<void> {
  const heir = await heirOn(db, duty.lead, duty.opensOn);
  if (heir === null) return cancelDuty(db, duty.id, '牵头单位已撤销，没有承接单位');
  const at = Date.now();
  const { key, version, model } = await modelForNewCase<ProcessModel>(db, {
    key: procedure,
    version: null,
    on: civilDateOf(at),
    trial: false,
  });
  const ref = `${key}@${version}`;
  const input = {
    caseId: duty.caseId,
    number:
      (await numberOf(client, duty.caseId)) ??
      (await nextCaseNumber(db, { series: model.series, year: yearOf(at), trial: false })),
    title: `${duty.item.measure}（${duty.period}）`.slice(0, 200),
    family: duty.caseId,
    parent: null,
    trial: false,
    model: ref,
    models: { [ref]: model },
    rulebook: await loadRulebook(db),
    startsOn: duty.opensOn,
    openedBy: duty.owner,
  };
  try {
    await openCase(client, input, startOf(duty, heir, at));
  } catch (error) {
    // It was opened before, and is over.
    if (!(error instanceof CaseError && error.code === 'CASE_CLOSED')) throw error;
  }
  await markOpened(db, duty.id, heir === duty.lead ? null : heir, new Date(at));
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
