import type { Client } from '@temporalio/client';
import { modelForNewCase } from '../database/definition.queries.ts';
import { nextCaseNumber } from '../database/numbers.queries.ts';
import type { Queryable } from '../database/queryable.ts';
import { loadRulebook } from '../database/rulebook.queries.ts';
import { civilDateOf } from '../domain/civil-date.ts';
import { CaseError } from '../domain/errors.ts';
import type { CivilDate } from '../domain/time.ts';
import type { Command } from '../engine/command.ts';
import { caseTitleOf } from '../engine/case-title.ts';
import type { ProcessModel } from '../engine/model.ts';
import { openCase } from '../workflows/case.client.ts';
import { yearOf } from './deliver.ts';
import { numberOf } from './open-child.ts';

/** A case that was planned ahead: its id is the plan's own, so that it is opened once. */
interface PlannedCase {
  readonly caseId: string;
  readonly procedure: string;
  readonly title: string;
  readonly startsOn: CivilDate;
  readonly openedBy: string;
}

/** By the version and the rules of today. Repeated it finds the case that it has opened, and its number. */
export async function openPlannedCase(
  { client, db }: { readonly client: Client; readonly db: Queryable },
  start: Command,
  { caseId, procedure, title, startsOn, openedBy }: PlannedCase,
): Promise<void> {
  const { receivedAt: at } = start;
  const variables = start.kind === 'start' ? start.variables : undefined;
  const wanted = { key: procedure, version: null, on: civilDateOf(at), trial: false };
  const { key, version, model } = await modelForNewCase<ProcessModel>(db, wanted);
  const ref = `${key}@${version}`;
  const input = {
    caseId,
    number:
      (await numberOf(client, caseId)) ??
      (await nextCaseNumber(db, { series: model.series, year: yearOf(at), trial: false })),
    title: caseTitleOf(model, { given: title.slice(0, 200), variables }, at),
    family: caseId,
    parent: null,
    trial: false,
    model: ref,
    models: { [ref]: model },
    rulebook: await loadRulebook(db),
    startsOn,
    openedBy,
  };
  try {
    await openCase(client, input, start);
  } catch (error) {
    // It was opened before, and is over.
    if (!(error instanceof CaseError && error.code === 'CASE_CLOSED')) throw error;
  }
}
