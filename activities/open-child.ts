import { WorkflowNotFoundError } from '@temporalio/client';
import type { Client } from '@temporalio/client';
import { nextCaseNumber } from '../database/numbers.queries.ts';
import { CaseError } from '../domain/errors.ts';
import { caseNumberAttribute } from '../workflows/search-attributes.ts';
import { caseWorkflowId } from '../workflows/case.messages.ts';
import type { CaseActivities } from './activities.types.ts';
import { openInFamily } from './open-in-family.ts';
import type { FamilyDependencies } from './open-in-family.ts';
import { isTemporary, yearOf } from './deliver.ts';

/** Opens a track of another agency. Run twice it finds the case it opened the first time, and its number. */
export function createOpenChild(dependencies: FamilyDependencies): CaseActivities['openChild'] {
  const { client, db } = dependencies;
  return async (sender, effect) => {
    const found = await dependencies.resolveModel(sender, { ...effect, kind: 'resolveModel' });
    if (!found.found) return { opened: false, message: found.message };
    const { ref, model, rulebook } = found;
    const number =
      (await numberOf(client, effect.childId)) ??
      (await nextCaseNumber(db, { series: model.series, year: yearOf(sender.at), trial: sender.trial }));
    const input = {
      caseId: effect.childId,
      number,
      title: effect.title,
      family: sender.family,
      parent: {
        caseId: sender.caseId,
        instanceId: effect.instanceId,
        ...(effect.returns ? { returns: effect.returns } : {}),
        ...(effect.hears ? { hears: effect.hears } : {}),
      },
      trial: sender.trial,
      model: ref,
      models: { [ref]: model },
      rulebook,
      startsOn: effect.startsOn,
      // The track is another agency's: who opened the parent has no claim to see it. In a trial one person plays all.
      openedBy: sender.trial ? sender.openedBy : null,
    };
    try {
      await openInFamily(dependencies, sender, input, { effectId: effect.id, variables: effect.variables });
      return { opened: true, number };
    } catch (error) {
      if (error instanceof CaseError && !isTemporary(error)) return { opened: false, message: error.message };
      throw error;
    }
  };
}

/** The number of a case whose workflow exists already, from its search attributes; null when there is none. */
export async function numberOf(client: Client, caseId: string): Promise<string | null> {
  try {
    const { typedSearchAttributes } = await client.workflow.getHandle(caseWorkflowId(caseId)).describe();
    return typedSearchAttributes.get(caseNumberAttribute) ?? null;
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return null;
    throw error;
  }
}
