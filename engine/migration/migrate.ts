import { CaseError } from '../../domain/errors.ts';
import type { ActOf } from '../cases/apply.ts';
import { requireOperator } from '../cases/operator.ts';
import { FeelError } from '../feel/feel.ts';
import type { Step } from '../step.ts';
import { Stuck } from '../stuck.ts';
import { checkMapping } from './check-mapping.ts';
import { completeJoins } from './complete-joins.ts';
import { incompleteJoins } from './incomplete-joins.ts';
import { mappingOf } from './mapping.ts';
import type { ModelMapping } from './mapping.ts';
import { moveInstances } from './move-instances.ts';
import { moveListeners, stoodOf } from './move-listeners.ts';
import { dissolve, wrap } from './move-scopes.ts';
import { moveTasks } from './move-tasks.ts';
import { moveTrail } from './move-trail.ts';
import { notesOf } from './notes.ts';
import { placementOf } from './placement.ts';
import type { Placement } from './placement.ts';

/**
 * Moves the case to another version of its procedure, or what it runs of a called one, whole or not at all. What runs in
 * other versions stays on them.
 */
export function migrate(step: Step, { to, model, mapping: given = {}, from: named }: ActOf<'migrate'>): void {
  requireOperator(step);
  const from = named ?? step.draft.case.model;
  if (from === to) throw new CaseError('SAME_VERSION', '案件已经是该版本。', { to });
  const ids = step.draft.instances
    .rows()
    .filter(({ ref }) => ref === from)
    .map(({ id }) => id);
  if (ids.length === 0) throw new CaseError('NOTHING_TO_MOVE', '案件中没有按该版本办理的环节。', { from });
  step.addModel(to, model);
  checkMapping(step.model(from), step.model(to), given);
  const mapping = mappingOf(step.model(from), step.model(to), given);
  const placement = placementOf(step, ids, mapping);
  const { unmapped } = placement;
  if (unmapped.length > 0) {
    throw new CaseError('MIGRATION_UNMAPPED', '部分在办节点在新版本中没有对应，请补充映射。', { unmapped });
  }
  const notes = notesOf(step, ids, mapping, placement);
  try {
    move(step, { ids, from, to, mapping, placement });
    notes.push(...incompleteJoins(step, to));
  } catch (cause) {
    if (!(cause instanceof Stuck) && !(cause instanceof FeelError)) throw cause;
    throw new CaseError('MIGRATION_FAILED', `新版本的表达式无法求值：${cause.message}`, { to });
  }
  step.journal(
    'case-migrated',
    {},
    { from, to, mapping: given, ...(notes.length > 0 ? { notes: notes.map((note) => ({ ...note })) } : {}) },
  );
}

interface Moving {
  readonly ids: readonly string[];
  readonly from: string;
  readonly to: string;
  readonly mapping: ModelMapping;
  readonly placement: Placement;
}

/** 1. Tokens stand in the new version, 2. in its scopes, 3. listen to its events, 4. tasks and clocks follow, 5. joins that are complete go on. */
function move(step: Step, { ids, from, to, mapping, placement }: Moving): void {
  const { case: current, instances } = step.draft;
  const stood = stoodOf(step, ids, mapping);
  moveInstances(step, ids, to, mapping);
  if (current.model === from) current.model = to;
  const added = [...wrap(step, to, placement).values()];
  moveTrail(step, ids, { mapping, placement });
  dissolve(step, placement);
  const begun = added.map((id) => ({ id, listened: [], since: instances.need(id).since ?? null }));
  moveListeners(step, [...stood, ...begun], mapping);
  moveTasks(step, ids, to, mapping);
  completeJoins(step, [...ids, ...added]);
}
