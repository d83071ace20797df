import type { StepRecord } from '../../activities/record.types.ts';
import { advance } from '../../engine/advance.ts';
import type { CaseEnvironment } from '../../engine/advance.types.ts';
import type { Command } from '../../engine/command.ts';
import type { Effect } from '../../engine/effect.ts';
import type { CaseState } from '../../engine/state.ts';
import { defaultSecrecy, secrecyOf } from '../../domain/secrecy.ts';
import { viewOf } from '../../engine/view.ts';
import type { CaseView } from '../../engine/view.ts';
import type { CaseInput } from '../case.messages.ts';
import { changesOf } from './changes.ts';
import { digestOf } from './digest.ts';
import { effectIdOf } from './effect-id.ts';
import { environmentAfter } from './environment.ts';
import { outboxOf } from './outbox.ts';

/** Where a case stands after its last recorded step. */
export interface Position {
  readonly environment: CaseEnvironment;
  readonly state: CaseState;
  /** What the read model shows; null before the first step. */
  readonly view: CaseView | null;
  readonly lastHash: string;
}

/** One step, computed but not yet recorded: nothing has happened until `record` is in the journal. */
export interface Step {
  readonly next: Omit<Position, 'lastHash'> & { readonly view: CaseView };
  readonly effects: readonly Effect[];
  readonly record: Omit<StepRecord, 'confirmedSeq'>;
}

/** Effects that stay within the family: the family is at rest when none of them is under way. */
const deliveryKinds: ReadonlySet<Effect['kind']> = new Set([
  'resolveModel',
  'openChild',
  'cancelChild',
  'childEnded',
  'childEscalated',
  'throwMessage',
  'throwSignal',
  'tellLink',
  'absorb',
  'openSplit',
]);

/** Services of the product itself, by the first part of their name: what one asks there is answered at once, from our own tables. */
const ownServices: ReadonlySet<string> = new Set(['dossier', 'duties', 'ledger', 'platform', 'registry', 'sample']);

export const isDelivery = (effect: Effect): boolean =>
  deliveryKinds.has(effect.kind) ||
  (effect.kind === 'callService' && ownServices.has(effect.activity.split('.', 1)[0] ?? ''));

/** Pure: the same command at the same position and time is the same step. Throws CaseError when it is refused. */
export function stepOf(input: CaseInput, position: Position, command: Command, at: number): Step {
  const advanced = advance(position.environment, position.state, command, at);
  const { state, effects, entries, records } = advanced;
  const environment = environmentAfter(position.environment, command, position.state);
  const view = viewOf(environment, state);
  const { caseId, number, title, family, trial, parent, openedBy } = input;
  return {
    next: { environment, state, view },
    effects,
    record: {
      caseId,
      number,
      title,
      family,
      trial,
      parent,
      openedBy,
      secrecy: secrecyOf(environment.models[state.model]?.secrecy ?? '') ?? defaultSecrecy,
      nextDueAt: earliestDue(view),
      seq: state.seq,
      previousHash: position.lastHash,
      command,
      at,
      stateDigest: digestOf(state),
      entries,
      changes: changesOf(position.view, view, advanced),
      deliveries: effects.filter(isDelivery).map((effect) => ({ id: effectIdOf(caseId, effect), kind: effect.kind })),
      outbox: outboxOf(
        { caseId, trial, seq: state.seq, command, effects, records },
        environment,
        environment.models[state.model]?.name ?? state.model,
      ),
    },
  };
}

/** Epoch milliseconds of the nearest due moment among the open tasks. */
function earliestDue({ tasks }: CaseView): number | null {
  const due = tasks.flatMap(({ status, dueAt }) => (status === 'open' && dueAt !== null ? [dueAt] : []));
  return due.length === 0 ? null : Math.min(...due);
}
