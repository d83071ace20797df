import { CaseError } from '../../domain/errors.ts';
import { repeatInner, takeOutInner } from '../elements/body.ts';
import type { Instruction } from '../correction.ts';
import { writeVariables } from '../scopes/variables.ts';
import type { Instance } from '../state.ts';
import type { Step } from '../step.ts';
import { endTask } from '../tasks/end-task.ts';
import { stopListening } from '../tokens/forget.ts';
import { cancelInstance, emptyScope, goOn, openInstance } from '../tokens/instances.ts';
import { noteConcerned, requireNoTrackIn, tokenFor } from './find-token.ts';
import { findTarget } from './scope-for.ts';
import { nameOf, placeAt } from './starting.ts';
import type { Work } from './work.ts';

type Of<Kind extends Instruction['kind']> = Extract<Instruction, { kind: Kind }>;

/** The token is gone, with everything inside it; one of a multi-instance is one less. */
export function cancelBranch(step: Step, instruction: Of<'cancel'>, work: Work): void {
  const token = wholeOf(step, tokenFor(step, instruction));
  step.journal(
    'token-cancelled',
    { elementId: token.element },
    { instanceId: token.id, name: nameOf(step.elementOf(token)) },
  );
  takeAway(step, token, work);
}

/** Its work is left out: what hangs on it ends, and the token goes on as if it had been done. It cannot be compensated. */
export function skip(step: Step, instruction: Of<'skip'>, work: Work): void {
  const token = tokenFor(step, instruction);
  const { kind, event } = step.elementOf(token);
  if (kind.endsWith('Gateway') || (kind === 'endEvent' && event?.kind === 'terminate')) {
    throw new CaseError('NOT_SKIPPABLE', '网关和终止事件没有可跳过的办理，请移到之后的环节。', {
      elementId: token.element,
    });
  }
  requireNoTrackIn(step, token.id);
  noteConcerned(step, token.id, work);
  step.journal(
    'step-skipped',
    { elementId: token.element },
    { instanceId: token.id, name: nameOf(step.elementOf(token)) },
  );
  emptyInside(step, token);
  const { outcome, variables = {} } = instruction;
  const named = outcome === undefined ? {} : { outcome, [`${token.element}_outcome`]: outcome };
  writeVariables(step, token.id, { ...variables, ...named });
  step.draft.instances.edit(token.id).skipped = true;
  goOn(step, token.id, 'leave');
}

/** Everything begins anew where it stands. */
export function repeatWork(step: Step, instruction: Of<'repeat'>, work: Work): void {
  const token = tokenFor(step, instruction);
  requireNoTrackIn(step, token.id);
  noteConcerned(step, token.id, work);
  step.journal(
    'step-repeated',
    { elementId: token.element },
    { instanceId: token.id, name: nameOf(step.elementOf(token)) },
  );
  endHandlersOf(step, token.id, work);
  const { element, ref, parent, kind, loopCounter, undoFor, variables } = token;
  if (kind === 'node' && loopCounter !== undefined && parent !== null) {
    repeatInner(step, token);
    return;
  }
  cancelInstance(step, token.id);
  if (token.phase === 'arrive' && parent !== null) {
    step.next.push({ do: 'arrive', scope: parent, element, flow: token.flow ?? null });
    return;
  }
  const handler = undoFor === undefined ? {} : { undoFor, variables };
  const { id } = openInstance(step, { element, ref, parent, kind, ...handler });
  step.journal('element-entered', { elementId: element }, { instanceId: id });
  goOn(step, id, 'enter');
}

/** To another element: of its own scope, of one around it, or of a sub-process that is opened for it. */
export function move(step: Step, instruction: Of<'move'>, work: Work): void {
  const token = wholeOf(step, tokenFor(step, instruction));
  const { to, flowId, scopeId } = instruction;
  const place = placeAt(step, { at: to, flowId, scopeId }, token);
  const name = nameOf(step.elementOf(token));
  const toName = nameOf(findTarget(step, { at: to, scopeId }, token).element);
  step.journal('token-moved', { elementId: token.element }, { instanceId: token.id, name, to, toName });
  takeAway(step, token, work);
  place();
}

function takeAway(step: Step, token: Instance, work: Work): void {
  requireNoTrackIn(step, token.id);
  noteConcerned(step, token.id, work);
  endHandlersOf(step, token.id, work);
  const { id, parent, kind, loopCounter } = token;
  if (parent === null) throw new Error(`${id} has no scope`);
  if (kind === 'node' && loopCounter !== undefined) {
    takeOutInner(step, token);
    return;
  }
  cancelInstance(step, id);
  releaseFrom(step, parent, work);
}

/** A round of a loop is the loop: without it there is no next one. */
function wholeOf(step: Step, token: Instance): Instance {
  const isRound = token.kind === 'node' && token.loopCounter !== undefined && token.parent !== null;
  if (!isRound || step.elementOf(token).loop?.kind !== 'standard') return token;
  return step.draft.instances.need(token.parent ?? '');
}

/** The scope has one token less; what becomes of an empty one is seen when all instructions are carried out. */
function releaseFrom(step: Step, scopeId: string, { emptied }: Work): void {
  step.draft.instances.edit(scopeId).active -= 1;
  emptied.add(scopeId);
}

function emptyInside(step: Step, token: Instance): void {
  if (step.draft.instances.of(token.id).length > 0) emptyScope(step, token.id);
  stopListening(step, token.id);
  for (const { id, status } of step.draft.tasks.of(token.id)) {
    if (status === 'open' || status === 'suspended') endTask(step, id, { status: 'cancelled' });
  }
  endHandlersOf(step, token.id, { emptied: new Set(), concerned: new Set() });
}

/** Compensation that the token had asked for ends with it. */
function endHandlersOf(step: Step, throwerId: string, work: Work): void {
  for (const { id, parent } of step.draft.instances.rows().filter(({ undoFor }) => undoFor === throwerId)) {
    cancelInstance(step, id);
    if (parent !== null) releaseFrom(step, parent, work);
  }
}
