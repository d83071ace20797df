import { CaseError } from '../../domain/errors.ts';
import { openTracksIn } from '../elements/child-case.ts';
import { indexOf } from '../model-index.ts';
import type { Instance, Trail } from '../state.ts';
import type { Task } from '../task.ts';
import type { Step } from '../step.ts';
import { insideOf } from '../tokens/instances.ts';
import { rewindingOf, type Rewinding } from '../tokens/rewind.ts';
import { tokenOf } from './trail.ts';

/** A way back that is open: to which step done before, what it undoes, and which token goes. */
export interface WayBack {
  readonly entry: Trail;
  readonly rewinding: Rewinding;
  /** The instance of the target's scope that the task stands in. */
  readonly token: string;
}

/** To the nearest scope in which the step was done and from which the task's token comes. Throws why there is none. */
export function wayBackTo(step: Step, task: Task, toElementId: string): WayBack {
  for (const way of waysBack(step, task, ({ element }) => element === toElementId)) {
    if (!isThere(step, way)) return way;
  }
  throw refusalOf(step, task, toElementId);
}

/** Every open way back to steps that fit, from the task's own scope outwards, the last done first. */
function* waysBack(step: Step, task: Task, fits: (entry: Trail) => boolean): Generator<WayBack> {
  for (let token: string | null = tokenOf(step, task.instance); token !== null;) {
    const { parent }: Instance = step.draft.instances.need(token);
    if (parent === null) return;
    const at = token;
    const { ref } = step.draft.instances.need(parent);
    for (const entry of step.draft.case.trail.toReversed()) {
      if (entry.scope !== parent || !fits(entry) || !isStep(step, ref, entry)) continue;
      const rewinding = rewindingOf(step, parent, step.element(ref, entry.element));
      if (rewinding.affected.some(({ id }) => id === at)) yield { entry, rewinding, token: at };
    }
    token = parent;
  }
}

/** A person's step, or a sub-process in which somebody has acted; what only marks that something went out is neither. */
function isStep(step: Step, ref: string, { taskId, element, user }: Trail): boolean {
  if (taskId !== '') return true;
  const { kind, eventSubProcess } = step.element(ref, element);
  return user !== null && (kind === 'subProcess' || kind === 'transaction') && !eventSubProcess;
}

/** A token stands there already that the way back would leave: the step would be done twice. */
function isThere(step: Step, { rewinding }: WayBack): boolean {
  const { scope, target, affected } = rewinding;
  const gone = new Set(affected.map(({ id }) => id));
  return step.draft.instances.of(scope.id).some(({ id, element }) => element === target.id && !gone.has(id));
}

function refusalOf(step: Step, task: Task, toElementId: string): CaseError {
  const model = step.model(task.ref);
  const details = { toElementId };
  const scopes = scopesAround(step, task);
  const found = [...scopes.values()].map(({ ref }) => step.model(ref).elements[toElementId]).find((one) => one);
  if (!found) return new CaseError('NOT_EARLIER', '流程中没有这个步骤：只能退回到本步骤之前已经办过的步骤。', details);
  const own = new Set([...scopes.values()].map(({ id }) => id));
  const standing = [...own].flatMap((id) => step.draft.instances.of(id));
  if (standing.some(({ id, element }) => element === toElementId && !own.has(id))) {
    return new CaseError('STEP_OPEN', '该步骤正在办理中，无需退回。', details);
  }
  const scope = model.elements[found.scope];
  if (scope && !scopes.has(found.scope)) {
    const name = scope.name ?? scope.id;
    const message = scope.eventSubProcess
      ? `该步骤在事件子流程“${name}”里，不在本步骤之前，不能退回到其中。`
      : `该步骤在子流程“${name}”里，子流程已经结束或与本步骤不在同一条线上，不能退回到其中；可以退回到子流程之前的步骤。`;
    return new CaseError('SCOPE_ENDED', message, { ...details, scope: scope.id });
  }
  if (step.draft.case.trail.some(({ element, taskId }) => element === toElementId && taskId !== '')) {
    return new CaseError(
      'OTHER_BRANCH',
      '该步骤办过，但本步骤不是由它而来（在另一条并行分支或事件里），不能退回到它：只能退回到本步骤之前已经办过的步骤。',
      details,
    );
  }
  return new CaseError('NOT_EARLIER', '只能退回到本步骤之前已经办过的步骤。', details);
}

/** Element → the living scope it is, for those that the task stands in. */
function scopesAround(step: Step, { instance }: Task): ReadonlyMap<string, Instance> {
  const scopes = new Map<string, Instance>();
  for (let id: string | null = instance; id !== null;) {
    const scope: Instance = step.draft.instances.need(id);
    scopes.set(scope.element, scope);
    id = scope.parent;
  }
  return scopes;
}

/** Of the ways back to what was done in the process itself, the one nearest to its start. */
export function wayBackToFirst(step: Step, task: Task): WayBack | null {
  const ways = [...waysBack(step, task, () => true)].filter((way) => !isThere(step, way));
  const outermost = ways.filter(({ rewinding }) => rewinding.scope.id === ways.at(-1)?.rewinding.scope.id);
  const [first] = outermost.toSorted((a, b) => distanceOf(step, a) - distanceOf(step, b) || a.entry.seq - b.entry.seq);
  return first ?? null;
}

/** Flows between the start of its scope and the step. */
function distanceOf(step: Step, { rewinding: { scope, target } }: WayBack): number {
  const model = step.modelOf(scope);
  let border = (indexOf(model).starts.get(target.scope) ?? []).map(({ id }) => id);
  const seen = new Set(border);
  for (let distance = 0; border.length > 0; distance += 1) {
    if (border.includes(target.id)) return distance;
    const next = border.flatMap((id) =>
      (model.elements[id]?.outgoing ?? []).map((flow) => model.flows[flow]?.to ?? ''),
    );
    border = [...new Set(next)].filter((id) => !seen.has(id));
    for (const id of border) seen.add(id);
  }
  return Number.MAX_SAFE_INTEGER;
}

export function requireNoTracks(step: Step, { affected }: Rewinding): void {
  const open = step.draft.children.rows().filter(({ status }) => status === 'opening' || status === 'running');
  const held = affected.some(
    ({ id }) => open.some(({ instance }) => instance === id) || openTracksIn(step, id).length > 0,
  );
  if (held) throw new CaseError('OPEN_TRACKS', '其他单位承办的关联案件尚未办结，不能退回。');
}

/** Other people's open tasks at the token itself, whose signatures are asked for too, or inside it. */
export function othersInside(step: Step, token: string, taskId: string): boolean {
  const isOther = ({ id, kind, status }: Task) =>
    id !== taskId && kind === 'step' && (status === 'open' || (status === 'suspended' && step.since(3)));
  const places = step.since(3) ? [token, ...insideOf(step, token)] : insideOf(step, token);
  return places.some((id) => step.draft.tasks.of(id).some(isOther));
}
