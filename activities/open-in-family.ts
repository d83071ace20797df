import type { Client } from '@temporalio/client';
import type { Queryable } from '../database/queryable.ts';
import type { Actor, ArrivingRecord, Command, LinkInput, Variables } from '../engine/command.ts';
import { openCase, procedureOf, sendCommand, startOptions } from '../workflows/case.client.ts';
import type { CaseInput } from '../workflows/case.messages.ts';
import { clockOf, moveClock } from '../workflows/trial-clock.ts';
import type { CaseActivities, Sender } from './activities.types.ts';

export interface FamilyDependencies {
  readonly client: Client;
  readonly db: Queryable;
  readonly resolveModel: CaseActivities['resolveModel'];
}

/** What a case that another case opens begins with. */
export interface Opening {
  readonly effectId: string;
  readonly variables: Variables;
  /** Name of the message, or of the signal, whose start event begins it. */
  readonly message?: string;
  readonly signal?: string;
  readonly startEventId?: string;
  /** What a case that is split off brings along, and who has split it off. */
  readonly records?: readonly ArrivingRecord[];
  readonly links?: readonly LinkInput[];
  readonly recused?: readonly string[];
  readonly actor?: Actor | null;
}

/**
 * Opens a case because another one asked for it. In a trial its clock is first brought to the sender's, so that it
 * computes nothing in the sender's past. Repeating it changes nothing.
 */
export async function openInFamily({ client }: FamilyDependencies, sender: Sender, input: CaseInput, opening: Opening) {
  const { effectId, actor = null, ...begun } = opening;
  const start: Command = {
    id: `${sender.caseId}:${effectId}`,
    bodyHash: '',
    actor,
    receivedAt: sender.at,
    kind: 'start',
    ...begun,
  };
  if (!sender.trial) return openCase(client, input, start);
  const { args, ...options } = startOptions(input);
  await client.workflow.start(procedureOf(input), { ...options, args: [{ ...args[0], notBefore: sender.at }] });
  const parentClock = (await clockOf(client, sender.caseId)) ?? sender.at;
  const childClock = await clockOf(client, input.caseId);
  if (childClock !== null) await moveClock(client, input.caseId, Math.max(parentClock, sender.at) - childClock);
  return sendCommand(client, input.caseId, start);
}
