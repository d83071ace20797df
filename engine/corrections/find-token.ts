import { CaseError } from '../../domain/errors.ts';
import type { Instance } from '../state.ts';
import type { Step } from '../step.ts';
import { insideOf } from '../tokens/instances.ts';
import type { Work } from './work.ts';

/** The token that an instruction is about. A process is none: what stands in it is. */
export function tokenFor(step: Step, at: { readonly instanceId?: string; readonly elementId?: string }): Instance {
  const found = at.instanceId === undefined ? onlyOneAt(step, at.elementId) : step.draft.instances.find(at.instanceId);
  if (!found) throw new CaseError('UNKNOWN_TOKEN', '该处没有在办的环节，请刷新后再试。', { ...at });
  if (found.kind === 'process') {
    throw new CaseError('NOT_A_TOKEN', '流程本身不能这样更正；请选择其中的环节，或调用它的环节。', { ...at });
  }
  return found;
}

function onlyOneAt(step: Step, elementId: string | undefined): Instance | undefined {
  const all = step.draft.instances.rows().filter((one) => one.kind !== 'process' && one.element === elementId);
  const bodies = all.filter(({ kind }) => kind === 'body');
  const outer = bodies.length > 0 ? bodies : all;
  if (outer.length > 1) {
    throw new CaseError('AMBIGUOUS_TOKEN', '该环节有多处在办，请指明是哪一处（instanceId）。', {
      elementId,
      instances: outer.map(({ id }) => id),
    });
  }
  return outer[0];
}

/** Another agency's track is that agency's to end. */
export function requireNoTrackIn(step: Step, instanceId: string): void {
  const inside = new Set([instanceId, ...insideOf(step, instanceId)]);
  const open = step.draft.children
    .rows()
    .filter(({ status, instance }) => (status === 'opening' || status === 'running') && inside.has(instance));
  if (open.length === 0) return;
  throw new CaseError('OPEN_TRACKS', '其他单位承办的关联案件尚未办结，不能更正该环节。', {
    children: open.map(({ childId, number }) => ({ childId, number })),
  });
}

/** Whose open tasks are taken away; what compensation was under way for it ends too. */
export function noteConcerned(step: Step, instanceId: string, { concerned }: Work): void {
  for (const id of [instanceId, ...insideOf(step, instanceId)]) {
    for (const { status, assignee, owner } of step.draft.tasks.of(id)) {
      if (status !== 'open' && status !== 'suspended') continue;
      for (const person of [owner, assignee]) if (person !== null) concerned.add(person);
    }
  }
}
