import { ApplicationFailure, log } from '@temporalio/workflow';
import type { Act, Command } from '../../engine/command.ts';
import type { CaseInput, CaseStanding, CommandResult, PendingEffect } from '../case.messages.ts';
import { voidBeyond } from './carry-out.ts';
import { createDeliveries } from './deliveries.ts';
import { rulesInForce } from './record.ts';
import type { Position } from './step.ts';
import { createSteps } from './steps.ts';
import type { Outcome } from './steps.ts';
import { createTurns } from './turns.ts';
import { unsound } from './unsound.ts';

/**
 * The course of one case: commands in strict order, effects beside them. `opened` is awaited before the first command.
 */
export function openCourse(input: CaseInput, opened: Promise<unknown>) {
  const turns = createTurns(opened);
  const steps = createSteps(input, follow);
  const deliveries = createDeliveries(input, answer, fail);
  let takingRules = false;
  let defect: unknown;

  function follow({ effects, at, rulebookVersion }: Outcome): void {
    effects.forEach((effect) => deliveries.send({ effect, at }));
    if (rulebookVersion > steps.position().environment.rulebook.version) takeNewRules();
  }

  function answer(effectId: string, act: Act, deliveryId?: string): Promise<CommandResult> {
    return turns.take(() => steps.apply(own(`${effectId}:answer`, act), deliveryId));
  }

  /** A case that no roll-out has reached takes the newest rules after its next step. */
  function takeNewRules(): void {
    if (takingRules) return;
    takingRules = true;
    turns
      .take(async () => {
        const rulebook = await rulesInForce();
        if (!ended()) await steps.apply(own(`rules:${rulebook.version}`, { kind: 'rulebookChanged', rulebook }));
      })
      .then(
        () => {
          takingRules = false;
        },
        (error: unknown) => {
          takingRules = false;
          if (error instanceof ApplicationFailure) log.warn('newer rules were refused', { code: error.type });
          else fail(error);
        },
      );
  }

  function fail(error: unknown): void {
    defect = error;
  }

  function ended(): boolean {
    const { status } = steps.position().state;
    return status === 'completed' || status === 'cancelled';
  }

  return {
    position: (): Position => steps.position(),
    ended,
    take: (command: Command): Promise<CommandResult> => turns.take(() => steps.apply(command)),
    /** A courtesy before anything is written to history. While others are at work the position is not yet what it will be. */
    judge(command: Command): void {
      if (turns.idle()) steps.judge(command);
    },
    /** An alarm rings; a command that came before it may have moved it meanwhile. */
    tick: (): Promise<void> =>
      turns.take(async () => {
        const { nextAlarmAt, seq } = steps.position().state;
        if (nextAlarmAt === null || nextAlarmAt > Date.now()) return;
        await steps.apply(own(`tick:${seq + 1}`, { kind: 'tick' })).catch((error: unknown) => {
          throw unsound(error);
        });
      }),
    /** Takes back what the journal holds beyond this position. */
    reconcile: (): Promise<number> =>
      turns.take(() => voidBeyond(input.caseId, steps.position().state.seq, Date.now())),
    resume: (): void => input.resumed?.pending.forEach((sent) => deliveries.send(sent)),
    pending: (): readonly PendingEffect[] => deliveries.pending(),
    /** Nobody acts, nobody waits, and nothing is on its way to the family. */
    settled: (): boolean => turns.idle() && deliveries.delivered(),
    idle: (): boolean => turns.idle(),
    defective: (): boolean => defect !== undefined,
    assertSound(): void {
      if (defect !== undefined) throw unsound(defect);
    },
    standing(): CaseStanding {
      const { state, lastHash } = steps.position();
      const { seq, status, nextAlarmAt } = state;
      return { seq, lastHash, status, nextAlarmAt, busy: !turns.idle() || deliveries.pending().length > 0 };
    },
  };
}

/** What the case says to itself: alarms, answers of effects. */
function own(id: string, act: Act): Command {
  return { id, bodyHash: '', actor: null, receivedAt: Date.now(), ...act };
}
