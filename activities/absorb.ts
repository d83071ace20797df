import { broughtBy, isMergedInto, recusedIn } from '../database/case-links.queries.ts';
import { civilDateOf } from '../domain/civil-date.ts';
import { CaseError } from '../domain/errors.ts';
import type { Command } from '../engine/command.ts';
import { sendCommand } from '../workflows/case.client.ts';
import type { CaseActivities } from './activities.types.ts';
import { isTemporary } from './deliver.ts';
import type { FamilyDependencies } from './open-in-family.ts';

/**
 * Asks another case to end in the sender's, and answers what it brings. Run twice: a case that has ended here already is
 * known by its link, and brings the same.
 */
export function createAbsorb({ client, db }: FamilyDependencies): CaseActivities['absorb'] {
  return async (sender, { id, caseId, by, reason }) => {
    const command: Command = {
      id: `${sender.caseId}:${id}`,
      bodyHash: '',
      actor: by,
      receivedAt: sender.at,
      ...(reason === undefined ? {} : { reason }),
      kind: 'mergeInto',
      caseId: sender.caseId,
      number: sender.number,
    };
    try {
      await sendCommand(client, caseId, command);
    } catch (error) {
      if (!(error instanceof CaseError) || isTemporary(error)) throw error;
      const { code, message } = error;
      if (!(await isMergedInto(db, caseId, sender.caseId))) return { merged: false, code, message };
    }
    const recused = await recusedIn(db, caseId, civilDateOf(sender.at));
    return { merged: true, ...(await broughtBy(db, caseId, sender.number)), recused };
  };
}
