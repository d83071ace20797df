import { workflowInfo } from '@temporalio/workflow';
import { CaseError } from '../../domain/errors.ts';
import type { Command } from '../../engine/command.ts';
import type { Effect } from '../../engine/effect.ts';
import type { CaseInput, CommandResult } from '../case.messages.ts';
import { contradicts } from './digest.ts';
import { firstPosition } from './position.ts';
import { recordStep } from './record.ts';
import { refusing } from './refusing.ts';
import { showToOperators } from './operator-view.ts';
import { stepOf } from './step.ts';
import type { Position, Step } from './step.ts';
import { unsound } from './unsound.ts';

/** What a recorded step asks the shell to do next. */
export interface Outcome {
  readonly effects: readonly Effect[];
  /** The case's clock when the step was recorded. */
  readonly at: number;
  /** Version of the rules in force then; 0 when it was not known. */
  readonly rulebookVersion: number;
}

/**
 * The steps of one case. For each command: 1. the rule is judged, 2. the engine advances, 3. the step is recorded, and
 * only then 4. the case stands at the new position. Callers see to it that one command is applied at a time.
 */
export function createSteps(input: CaseInput, onStep: (outcome: Outcome) => void) {
  let position = firstPosition(input);
  let confirmedSeq = input.resumed?.state.seq ?? 0;
  /** History length after the last step: a step is durable once a later workflow task has begun. */
  let recordedAtLength = workflowInfo().historyLength;
  /** The step that was computed last: what a validator has judged is not computed again when its turn comes at once. */
  let latest: { readonly of: Position; readonly command: Command; readonly at: number; readonly step: Step } | null =
    null;

  /** The answer of a command that has been handled before, or brings rules that the case has already; KEY_REUSED when its body was another. */
  function repeated(command: Command): CommandResult | null {
    const { caseId } = input;
    const { state, environment } = position;
    if (command.kind === 'rulebookChanged' && command.rulebook.version <= environment.rulebook.version) {
      return { caseId, seq: state.seq, repeated: true, at: Date.now() };
    }
    const handled = state.handled[command.id];
    if (!handled) return null;
    if (handled.bodyHash !== command.bodyHash) {
      throw new CaseError('KEY_REUSED', '同一个幂等键已用于内容不同的请求，请换一个键。', { commandId: command.id });
    }
    return { caseId, seq: handled.seq, repeated: true, at: handled.at };
  }

  function computed(command: Command, at: number): Step {
    const { id, receivedAt } = command;
    const known = latest?.of === position && latest.at === at && latest.command.id === id ? latest : null;
    if (known?.command.receivedAt === receivedAt) return known.step;
    const step = stepOf(input, position, command, at);
    latest = { of: position, command, at, step };
    return step;
  }

  return {
    position: (): Position => position,

    /** Throws what the rules would refuse the command with. */
    judge(command: Command): void {
      refusing(() => repeated(command) ?? computed(command, Date.now()));
    },

    /** `delivered` names the delivery that the command answers. */
    async apply(command: Command, delivered?: string): Promise<CommandResult> {
      const before = refusing(() => repeated(command));
      if (before) return before;
      if (workflowInfo().historyLength > recordedAtLength) confirmedSeq = position.state.seq;
      const { caseId } = input;
      const at = Date.now();
      let step = refusing(() => computed(command, at));
      // Nothing was due: there is nothing to record.
      if (step.next.state === position.state) return { caseId, seq: position.state.seq, repeated: false, at };
      const recorded = await recordStep({
        ...step.record,
        confirmedSeq,
        ...(delivered === undefined ? {} : { delivered }),
      });
      // A step that was recorded before a crash keeps its time.
      if (recorded.at !== at) step = refusing(() => computed(command, recorded.at));
      if (recorded.stateDigest !== step.record.stateDigest && contradicts(recorded.stateDigest, step.next.state)) {
        throw unsound(`step ${recorded.seq} was recorded with another state: the engine has changed`);
      }
      position = { ...step.next, lastHash: recorded.hash };
      latest = null;
      recordedAtLength = workflowInfo().historyLength;
      showToOperators(input, position, step.record.nextDueAt);
      onStep({ effects: step.effects, at: recorded.at, rulebookVersion: recorded.rulebookVersion ?? 0 });
      return { caseId, seq: recorded.seq, repeated: false, at: recorded.at };
    },
  };
}
