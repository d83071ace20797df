import { recordsOf, recusedIn, shareAttachments } from '../database/case-links.queries.ts';
import { nextCaseNumber } from '../database/numbers.queries.ts';
import { civilDateOf } from '../domain/civil-date.ts';
import { CaseError } from '../domain/errors.ts';
import { caseTitleOf } from '../engine/case-title.ts';
import type { CaseActivities } from './activities.types.ts';
import { isTemporary, yearOf } from './deliver.ts';
import { openInFamily } from './open-in-family.ts';
import type { FamilyDependencies } from './open-in-family.ts';
import { numberOf } from './open-child.ts';

/** Opens a case that is split off. Run twice it finds the case it opened the first time, and its number. */
export function createOpenSplit(dependencies: FamilyDependencies): CaseActivities['openSplit'] {
  const { client, db } = dependencies;
  return async (sender, effect) => {
    const found = await dependencies.resolveModel(sender, { ...effect, kind: 'resolveModel', instanceId: '' });
    if (!found.found) return { opened: false, code: 'UNKNOWN_DEFINITION', message: found.message };
    const { ref, model, rulebook } = found;
    const { childId, title, startsOn, variables, startEventId, by, attachments } = effect;
    const number =
      (await numberOf(client, childId)) ??
      (await nextCaseNumber(db, { series: model.series, year: yearOf(sender.at), trial: sender.trial }));
    const input = {
      caseId: childId,
      number,
      title: caseTitleOf(model, { given: title, variables }, sender.at),
      family: childId,
      parent: null,
      trial: sender.trial,
      model: ref,
      models: { [ref]: model },
      rulebook,
      startsOn,
      openedBy: sender.trial ? sender.openedBy : (by?.onBehalfOf ?? by?.user ?? null),
    };
    const recused = await recusedIn(db, sender.caseId, civilDateOf(sender.at));
    const opening = {
      effectId: effect.id,
      actor: by,
      variables,
      records: await recordsOf(db, sender.caseId, effect.records),
      links: [{ caseId: sender.caseId, number: sender.number, link: 'split-from' as const }],
      ...(recused.length > 0 ? { recused } : {}),
      ...(startEventId === undefined ? {} : { startEventId }),
    };
    try {
      await openInFamily(dependencies, sender, input, opening);
    } catch (error) {
      if (!(error instanceof CaseError) || isTemporary(error)) throw error;
      return { opened: false, code: error.code, message: error.message };
    }
    await shareAttachments(db, attachments, sender.caseId, childId);
    return { opened: true, number };
  };
}
