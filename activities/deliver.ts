import { log } from '@temporalio/activity';
import { CaseError } from '../domain/errors.ts';
import { civilDateOf } from '../domain/civil-date.ts';
import { nextCaseNumber } from '../database/numbers.queries.ts';
import { receiversOf, startedBy } from '../database/receivers.queries.ts';
import { caseTitleOf } from '../engine/case-title.ts';
import type { Act, Command } from '../engine/command.ts';
import { sendCommand } from '../workflows/case.client.ts';
import type { CaseActivities, DeliverableEffect, Sender } from './activities.types.ts';
import { openInFamily } from './open-in-family.ts';
import type { FamilyDependencies } from './open-in-family.ts';

type Throw = Extract<DeliverableEffect, { kind: 'throwMessage' | 'throwSignal' }>;

/** Refusals that pass by themselves; everything else is the receiver's last word. */
export const isTemporary = ({ code }: CaseError): boolean => code === 'BUSY' || code === 'UNAVAILABLE';

/**
 * Takes one message to another case of the family, or to whoever waits for it. Answers when the receivers have recorded
 * it and the delivery is marked done. Run twice it reaches nobody twice: receivers know the command's id.
 */
export function createDeliver(dependencies: FamilyDependencies): CaseActivities['deliver'] {
  const { client, db } = dependencies;

  async function send(sender: Sender, effect: DeliverableEffect, caseId: string, act: Act): Promise<void> {
    const id = `${sender.caseId}:${effect.id}`;
    const command: Command = { id, bodyHash: '', actor: null, receivedAt: sender.at, ...act };
    try {
      await sendCommand(client, caseId, command);
    } catch (error) {
      if (!(error instanceof CaseError) || isTemporary(error)) throw error;
      log.warn('the receiver does not want a delivery', { kind: effect.kind, code: error.code });
    }
  }

  async function toListeners(sender: Sender, effect: Throw): Promise<void> {
    const { trial, openedBy } = sender;
    const kind = effect.kind === 'throwMessage' ? 'message' : 'signal';
    const { name, variables } = effect;
    const correlation = effect.kind === 'throwMessage' ? effect.correlation : {};
    const listening = await receiversOf(db, { kind, name, correlation, trial, openedBy });
    const receivers = listening.filter((caseId) => kind === 'message' || caseId !== sender.caseId);
    if (kind === 'message' && receivers.length > 1) {
      log.warn('a message fits several cases and reaches none', { name, receivers: receivers.length });
      return;
    }
    const chosen: Act = kind === 'message' ? { kind, name, variables, correlation } : { kind, name, variables };
    // A receiver that cannot answer now keeps nobody else waiting; the delivery is repeated for its sake, and the others know it.
    const answers = await Promise.allSettled(receivers.map((caseId) => send(sender, effect, caseId, chosen)));
    const failed = answers.find(({ status }) => status === 'rejected');
    if (kind === 'message' && failed?.status === 'rejected') throw failed.reason;
    if (kind === 'message' && receivers.length > 0) return;
    for (const key of await startedBy(db, { kind, name }, civilDateOf(sender.at))) await open(sender, effect, key);
    if (failed?.status === 'rejected') throw failed.reason;
  }

  async function open(sender: Sender, effect: Throw, key: string): Promise<void> {
    const found = await dependencies.resolveModel(sender, { id: effect.id, kind: 'resolveModel', instanceId: '', key });
    if (!found.found) return;
    const { ref, model, rulebook } = found;
    const startsOn = civilDateOf(sender.at);
    const caseId = `${sender.caseId}-${effect.id}-${key}`.replaceAll('.', '-');
    const number = await nextCaseNumber(db, { series: model.series, year: yearOf(sender.at), trial: sender.trial });
    const { trial, openedBy } = sender;
    const input = {
      caseId,
      number,
      title: caseTitleOf(model, { variables: effect.variables }, sender.at),
      family: caseId,
      parent: null,
      trial,
      model: ref,
    } as const;
    const begunBy = effect.kind === 'throwMessage' ? { message: effect.name } : { signal: effect.name };
    const opening = { effectId: effect.id, variables: effect.variables, ...begunBy };
    await openInFamily(
      dependencies,
      sender,
      { ...input, models: { [ref]: model }, rulebook, startsOn, openedBy: trial ? openedBy : null },
      opening,
    );
  }

  return async (sender, effect) => {
    const { id, kind } = effect;
    if (kind === 'cancelChild') await send(sender, effect, effect.childId, { kind: 'cancelCase' });
    if (kind === 'childEnded' && sender.parent) {
      const { caseId, instanceId } = sender.parent;
      const { status, variables, error } = effect;
      const ended = { kind, instanceId, childId: sender.caseId, status, variables } as const;
      await send(sender, effect, caseId, error ? { ...ended, error } : ended);
    }
    if (kind === 'childEscalated' && sender.parent) {
      const { caseId, instanceId } = sender.parent;
      const { escalation } = effect;
      await send(sender, effect, caseId, { kind, instanceId, childId: sender.caseId, escalation });
    }
    if (kind === 'throwMessage' || kind === 'throwSignal') await toListeners(sender, effect);
    if (kind === 'tellLink') {
      const { caseId, number } = sender;
      const { link, removed } = effect;
      await send(sender, effect, effect.caseId, { kind: 'caseLinked', caseId, number, link, removed });
    }
    await db.query('update delivery set done_at = $2 where id = $1 and done_at is null', [
      `${sender.caseId}:${id}`,
      new Date(sender.at),
    ]);
  };
}

/** The year of an instant where cases are numbered. */
export const yearOf = (instant: number): number => Number(civilDateOf(instant).slice(0, 4));
