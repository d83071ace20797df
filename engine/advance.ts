import { CaseError } from '../domain/errors.ts';
import type { Instant } from '../domain/time.ts';
import { nextAlarmAtOf } from './alarms/armed.ts';
import type { Advance, Advanced } from './advance.types.ts';
import { apply } from './cases/apply.ts';
import { admit } from './cases/admit.ts';
import { ignore } from './cases/deliveries.ts';
import type { Act, Command } from './command.ts';
import { Draft } from './draft.ts';
import type { JournalEntry } from './effect.ts';
import { own } from './own.ts';
import type { CaseState, Handled } from './state.ts';
import { FeelError } from './feel/feel-error.ts';
import { Step } from './step.ts';
import { Stuck } from './stuck.ts';
import { runToRest } from './tokens/run.ts';

const remembered = 30 * 24 * 3_600_000;

/** See advance.types.ts. A command that has been handled before, and a tick with nothing due, leave the state as it is. */
export const advance: Advance = (environment, state, command, now) => {
  const handled = own(state.handled, command.id);
  if (handled) return repeated(state, command, handled);
  const step = new Step(environment, new Draft(state), command, now);
  sweep(step);
  if (command.kind !== 'modelResolved') step.draft.case.starting = false;
  if (command.kind === 'several') applyEach(step, command.acts);
  else if (admit(step) === 'held') hold(step);
  else {
    refusing(() => apply(step));
    runToRest(step);
    if (command.kind === 'resumeCase') applyHeld(step);
  }
  if (command.kind === 'tick' && step.entries.length === 0) return unchanged(state);
  return finished(step);
};

/** All or none: what one of them is refused with is the refusal of all. */
function applyEach(step: Step, acts: readonly Act[]): void {
  if (acts.length === 0) throw new CaseError('NOTHING_TO_DO', '没有要办的事项。');
  for (const act of acts) {
    if (admit(step, act) === 'held') throw new CaseError('NOT_SUPPORTED', '这项操作不能批量办理。', { kind: act.kind });
    refusing(() => apply(step, act));
    runToRest(step);
    if (act.kind === 'resumeCase') applyHeld(step);
  }
}

const unchanged = (state: CaseState): Advanced => ({ state, effects: [], entries: [], records: [] });

function repeated(state: CaseState, command: Command, handled: Handled): Advanced {
  if (handled.bodyHash === command.bodyHash) return unchanged(state);
  throw new CaseError('KEY_REUSED', '同一个幂等键已用于内容不同的请求，请换一个键。', { commandId: command.id });
}

/** What ended in the step before has been shown; it leaves the state. */
function sweep({ draft }: Step): void {
  for (const id of draft.before.ended) {
    for (const table of [draft.tasks, draft.alarms, draft.incidents] as const) if (table.find(id)) table.remove(id);
  }
}

/** A delivery must not be lost while the case is suspended: it waits in the state. */
function hold(step: Step): void {
  step.draft.case.held = [...step.draft.case.held, step.command];
  step.journal('delivery-held', {}, { kind: step.command.kind });
}

function applyHeld(step: Step): void {
  const { held } = step.draft.case;
  step.draft.case.held = [];
  for (const command of held) {
    try {
      apply(step, command);
    } catch (error) {
      if (!(error instanceof CaseError)) throw error;
      ignore(step, error.code);
    }
    runToRest(step);
  }
}

/** What an expression of the definition spoils before any token has moved is no incident: the command is refused. */
function refusing(act: () => void): void {
  try {
    act();
  } catch (cause) {
    if (cause instanceof Stuck) throw new CaseError(cause.code, `${cause.message}。${cause.remedy}。`);
    if (cause instanceof FeelError) throw new CaseError('EXPRESSION_FAILED', `表达式无法求值：${cause.message}`);
    throw cause;
  }
}

function finished(step: Step): Advanced {
  const { draft, command, now } = step;
  const seq = draft.before.seq + 1;
  draft.case.seq = seq;
  draft.case.handled = remember(draft.before.handled, command, { seq, at: now, bodyHash: command.bodyHash });
  const state = draft.result();
  const { effects, records, notes, warnings } = step;
  const entries = step.budget.steps < 0 ? abridged(step.entries) : step.entries;
  return { state: { ...state, nextAlarmAt: nextAlarmAtOf(state) }, effects, entries, records, notes, warnings };
}

/** Of a runaway only the beginning and the end are worth keeping. */
function abridged(entries: readonly JournalEntry[]): readonly JournalEntry[] {
  const isPassage = ({ kind }: JournalEntry) => kind === 'element-entered' || kind === 'element-left';
  return entries.filter((entry, index) => !isPassage(entry) || index < 200 || index >= entries.length - 200);
}

function remember(
  handled: CaseState['handled'],
  { id }: Command,
  now: { readonly seq: number; readonly at: Instant; readonly bodyHash: string },
): CaseState['handled'] {
  const [oldest] = Object.values(handled);
  if (!oldest || oldest.at > now.at - remembered) return { ...handled, [id]: now };
  const recent = Object.entries(handled).filter(([, { at }]) => at > now.at - remembered);
  return { ...Object.fromEntries(recent), [id]: now };
}
