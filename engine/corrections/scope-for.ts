import { CaseError } from '../../domain/errors.ts';
import { listenAtBoundary } from '../elements/boundary.ts';
import { listenInScope } from '../elements/listen.ts';
import type { Element, ProcessModel } from '../model.ts';
import { own } from '../own.ts';
import { mapped } from '../scopes/mappings.ts';
import { setOwn } from '../scopes/variables.ts';
import type { Instance } from '../state.ts';
import type { Step } from '../step.ts';
import { openInstance } from '../tokens/instances.ts';
import { addTokens } from '../tokens/move.ts';

/** Where a token is wanted: at an element, in one of its scopes where there are several. */
export interface Wanted {
  readonly at: string;
  readonly flowId?: string | undefined;
  readonly scopeId?: string | undefined;
}

interface Found {
  readonly element: Element;
  readonly model: ProcessModel;
  readonly ref: string;
}

/** The element in the procedure of the case, else in one that it has called. Throws where no token can be put there. */
export function findTarget(step: Step, wanted: Wanted, from: Instance | null): Found {
  const { at } = wanted;
  const called = step.draft.instances.rows().filter(({ kind }) => kind === 'process');
  const nearest = from ? [from.ref] : [];
  const refs = [...new Set([...nearest, step.draft.case.model, ...called.map(({ ref }) => ref)])];
  const found = refs
    .map((ref) => ({ ref, model: step.model(ref), element: own(step.model(ref).elements, at) }))
    .find(({ element }) => element !== undefined);
  if (!found?.element) throw new CaseError('UNKNOWN_ELEMENT', `流程中没有环节“${at}”。`, { elementId: at });
  const target = { ref: found.ref, model: found.model, element: found.element };
  if (!livingScope(step, target, wanted, from)) requireOpenable(step, target);
  return target;
}

/** The scope in which the token appears; a sub-process that is not there begins for it, without its own start. */
export function openScopeFor(step: Step, wanted: Wanted, from: Instance | null): Instance {
  const target = findTarget(step, wanted, from);
  return livingScope(step, target, wanted, from) ?? beginScopeOf(step, target, from);
}

/** One that lives: the one named, the only one, or the one that the token comes from. */
function livingScope(step: Step, target: Found, { scopeId }: Wanted, from: Instance | null): Instance | null {
  const candidates = step.draft.instances.rows().filter((one) => isScopeOf(one, target));
  if (scopeId !== undefined) {
    const named = candidates.find(({ id }) => id === scopeId);
    if (named) return named;
    throw new CaseError('UNKNOWN_SCOPE', '所指的范围不包含该环节，或者已经结束。', {
      scopeId,
      elementId: target.element.id,
    });
  }
  const around = from ? candidates.find(({ id }) => isAround(step, id, from)) : undefined;
  if (around) return around;
  if (candidates.length > 1) {
    throw new CaseError('AMBIGUOUS_SCOPE', '该环节所在的范围有多处在办，请指明是哪一处（scopeId）。', {
      elementId: target.element.id,
      scopes: candidates.map(({ id }) => id),
    });
  }
  return candidates[0] ?? null;
}

function isScopeOf({ kind, ref, element, phase }: Instance, target: Found): boolean {
  if (ref !== target.ref || kind === 'body' || element !== target.element.scope) return false;
  return kind === 'process' || phase === 'wait';
}

function isAround(step: Step, scopeId: string, { parent }: Instance): boolean {
  for (let id = parent; id !== null; id = step.draft.instances.need(id).parent) if (id === scopeId) return true;
  return false;
}

/** A sub-process may be begun for a token; not one that an event starts, nor one of many. */
function requireOpenable(step: Step, { model, ref, element }: Found): void {
  const scope = model.elements[element.scope];
  if (!scope) throw new CaseError('SCOPE_NOT_OPEN', '该环节所在的流程没有在办。', { elementId: element.id });
  if (scope.eventSubProcess || scope.loop || scope.forCompensation) {
    const why = scope.loop ? '是多实例，先要有一份在办' : '由事件触发，不能直接进入';
    throw new CaseError('SCOPE_NOT_OPEN', `该环节所在的子流程“${scope.name ?? scope.id}”${why}。`, {
      elementId: element.id,
      scope: scope.id,
    });
  }
  const outer = { model, ref, element: scope };
  if (!livingScope(step, outer, { at: scope.id }, null)) requireOpenable(step, outer);
}

function beginScopeOf(step: Step, { model, ref, element }: Found, from: Instance | null): Instance {
  const scope = model.elements[element.scope];
  if (!scope) throw new Error(`${element.scope} is no sub-process`);
  const outer = openScopeFor(step, { at: scope.id }, from);
  addTokens(step, outer.id, 1);
  const { id } = openInstance(step, { element: scope.id, ref, parent: outer.id, phase: 'wait' });
  step.journal('element-entered', { elementId: scope.id }, { instanceId: id });
  if (scope.input && scope.input.length > 0) setOwn(step, id, mapped(step, id, scope.input));
  listenAtBoundary(step, step.draft.instances.need(id), scope);
  listenInScope(step, step.draft.instances.need(id), scope.id);
  return step.draft.instances.need(id);
}
