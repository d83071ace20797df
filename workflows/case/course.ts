import { ApplicationFailure, log, workflowInfo } from '@temporalio/workflow';
import { CaseError } from '../../domain/errors.ts';
import type { Act, Command } from '../../engine/command.ts';
import type { CaseInput, CaseStanding, CommandResult, PendingEffect } from '../case.messages.ts';
import { carryOut, settleDelivery, voidBeyond } from './carry-out.ts';
import { recordStep, rulesInForce } from './record.ts';
import { refusing } from './refusing.ts';
import { showToOperators } from './operator-view.ts';
import { firstPosition } from './position.ts';
import { effectIdOf, isDelivery, stepOf } from './step.ts';
import type { Position, Step } from './step.ts';
import { createTurns } from './turns.ts';

/**
 * The course of one case: takes commands strictly one at a time, and for each
 * 1. judges the rule when its turn has come, 2. advances, 3. records, and only then 4. stands at the new position,
 * sends what the step asks for, and answers. Effects are carried out beside the queue and come back as commands.
 */
export function openCourse(input: CaseInput, opened: Promise<unknown>) {
  const turns = createTurns(opened);
  let position = firstPosition(input);
  let pending: readonly PendingEffect[] = [];
  /** History length after the last step: a step is durable once a later workflow task has begun. */
  let confirmedSeq = input.resumed?.state.seq ?? 0;
  let recordedAtLength = workflowInfo().historyLength;
  let defect: unknown;
  let takingRules = false;
  /** The step that was computed last: what a validator has judged is not computed again when its turn comes at once. */
  let latest: {
    readonly position: Position;
    readonly command: Command;
    readonly at: number;
    readonly step: Step;
  } | null = null;

  /** The answer of a command that has been handled before, or brings rules that the case has already; KEY_REUSED when its body was another. */
  function repeated(command: Command): CommandResult | null {
    if (command.kind === 'rulebookChanged' && command.rulebook.version <= position.environment.rulebook.version) {
      return { caseId: input.caseId, seq: position.state.seq, repeated: true, at: Date.now() };
    }
    const handled = position.state.handled[command.id];
    if (!handled) return null;
    if (handled.bodyHash !== command.bodyHash) {
      throw new CaseError('KEY_REUSED', '同一个幂等键已用于内容不同的请求，请换一个键。', { commandId: command.id });
    }
    return { caseId: input.caseId, seq: handled.seq, repeated: true, at: handled.at };
  }

  function computed(command: Command, at: number): Step {
    const known = latest?.position === position && latest.at === at && latest.command.id === command.id;
    if (known && latest && latest.command.receivedAt === command.receivedAt) return latest.step;
    const step = refusing(() => stepOf(input, position, command, at));
    latest = { position, command, at, step };
    return step;
  }

  async function apply(command: Command, delivered?: string): Promise<CommandResult> {
    const before = refusing(() => repeated(command));
    if (before) return before;
    if (workflowInfo().historyLength > recordedAtLength) confirmedSeq = position.state.seq;
    const at = Date.now();
    let step = computed(command, at);
    const { caseId } = input;
    // Nothing was due: there is nothing to record.
    if (step.next.state === position.state) return { caseId, seq: position.state.seq, repeated: false, at };
    const recorded = await recordStep({
      ...step.record,
      confirmedSeq,
      ...(delivered === undefined ? {} : { delivered }),
    });
    if (recorded.at !== at) step = computed(command, recorded.at);
    if (recorded.stateDigest !== step.record.stateDigest) {
      throw unsound(`step ${recorded.seq} was recorded with another state: the engine has changed`);
    }
    position = { ...step.next, lastHash: recorded.hash };
    latest = null;
    recordedAtLength = workflowInfo().historyLength;
    showToOperators(input, position, step.record.nextDueAt);
    step.effects.filter(({ kind }) => kind !== 'notify').forEach((effect) => send({ effect, at: recorded.at }));
    if ((recorded.rulebookVersion ?? 0) > position.environment.rulebook.version) takeNewRules();
    return { caseId, seq: recorded.seq, repeated: false, at: recorded.at };
  }

  /** A case that no roll-out has reached takes the newest rules after its next step. */
  function takeNewRules(): void {
    if (takingRules) return;
    takingRules = true;
    turns
      .take(async () => {
        const rulebook = await rulesInForce();
        if (rulebook.version <= position.environment.rulebook.version || isOver(position)) return;
        await apply(own(`rules:${rulebook.version}`, { kind: 'rulebookChanged', rulebook }));
      })
      .then(
        () => {
          takingRules = false;
        },
        (error: unknown) => {
          takingRules = false;
          if (error instanceof ApplicationFailure) log.warn('newer rules were refused', { code: error.type });
          else defect = error;
        },
      );
  }

  function send(sent: PendingEffect): void {
    pending = [...pending, sent];
    carry(sent).then(
      () => {
        pending = pending.filter((other) => other !== sent);
      },
      (error: unknown) => {
        defect = error;
      },
    );
  }

  async function carry({ effect, at }: PendingEffect): Promise<void> {
    const { caseId, number, family, trial, openedBy, parent } = input;
    const act = await carryOut({ caseId, number, family, trial, openedBy, parent, at }, effect);
    if (!act) return;
    const deliveryId = isDelivery(effect) ? effectIdOf(caseId, effect) : undefined;
    const refused = await turns
      .take(() => apply(own(`${effect.id}:answer`, act), deliveryId))
      .then(() => null, refusalOf);
    if (!refused) return;
    log.warn('an effect came back to a case that no longer wants it', { effect: effect.kind, code: refused.type });
    if (deliveryId !== undefined) await settleDelivery(deliveryId, Date.now());
  }

  return {
    position: (): Position => position,
    /** Something that no command may be blamed for: the workflow task must fail with it. */
    assertSound(): void {
      if (defect !== undefined) throw unsound(defect);
    },
    take: (command: Command): Promise<CommandResult> => turns.take(() => apply(command)),
    /** A courtesy before anything is written to history. While others are at work the position is not yet what it will be. */
    judge(command: Command): void {
      if (!turns.idle()) return;
      if (!refusing(() => repeated(command))) computed(command, Date.now());
    },
    /** An alarm rings; a command that came before it may have moved it meanwhile. */
    tick: (): Promise<void> =>
      turns.take(async () => {
        const { nextAlarmAt, seq } = position.state;
        if (nextAlarmAt === null || nextAlarmAt > Date.now()) return;
        await apply(own(`tick:${seq + 1}`, { kind: 'tick' })).catch((error: unknown) => {
          throw unsound(error);
        });
      }),
    /** Takes back what the journal holds beyond this position. */
    reconcile: (): Promise<number> => turns.take(() => voidBeyond(input.caseId, position.state.seq, Date.now())),
    resume: (): void => input.resumed?.pending.forEach(send),
    pending: (): readonly PendingEffect[] => pending,
    /** Nothing is on its way to the family any more. */
    delivered: (): boolean => pending.every(({ effect }) => !isDelivery(effect)),
    defective: (): boolean => defect !== undefined,
    idle: (): boolean => turns.idle(),
    standing: (): CaseStanding => ({
      seq: position.state.seq,
      lastHash: position.lastHash,
      status: position.state.status,
      nextAlarmAt: position.state.nextAlarmAt,
      busy: !turns.idle() || pending.length > 0,
    }),
  };
}

const isOver = ({ state }: Position): boolean => state.status === 'completed' || state.status === 'cancelled';

/** What the case says to itself: alarms, answers of effects. */
function own(id: string, act: Act): Command {
  return { id, bodyHash: '', actor: null, receivedAt: Date.now(), ...act };
}

/** A plain error fails the workflow task, which is repeated until someone has looked; a failure would end the case. */
function unsound(defect: unknown): Error {
  const message = `the case cannot go on: ${defect instanceof Error ? defect.message : String(defect)}`;
  // What leaves the worker is sealed; its own log says why.
  log.error(message);
  return new Error(message, { cause: defect });
}

function refusalOf(error: unknown): ApplicationFailure {
  if (error instanceof ApplicationFailure) return error;
  throw error;
}
