import type { Variables } from '../command.ts';
import type { Element } from '../model.ts';
import type { Step } from '../step.ts';
import { fireBoundary } from './boundary.ts';
import { goOnUndoing } from './compensation.ts';

/** A boundary event fires; where it ends what was undoing something, the rest is undone beside it. */
export function leaveByBoundary(step: Step, hostId: string, boundary: Element, payload: Variables): void {
  const { undoFor } = step.draft.instances.need(hostId);
  fireBoundary(step, hostId, boundary, payload);
  if (boundary.interrupting !== false && undoFor !== undefined && step.since(6)) goOnUndoing(step, undoFor);
}
