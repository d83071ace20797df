import { CaseError } from '../../domain/errors.ts';
import type { ActOf } from '../cases/apply.ts';
import { requireOperator } from '../cases/operator.ts';
import { FeelError } from '../feel/feel.ts';
import type { Step } from '../step.ts';
import { Stuck } from '../stuck.ts';
import { mappingOf } from './mapping.ts';
import { moveInstances } from './move-instances.ts';
import { moveListeners } from './move-listeners.ts';
import { moveTasks } from './move-tasks.ts';
import { unmappedOf } from './plan.ts';

/** Moves the case to another version of its procedure, whole or not at all. Called processes stay on theirs. */
export function migrate(step: Step, { to, model, mapping: given = {} }: ActOf<'migrate'>): void {
  requireOperator(step);
  const { case: current, instances } = step.draft;
  const from = current.model;
  if (from === to) throw new CaseError('SAME_VERSION', '案件已经是该版本。', { to });
  step.addModel(to, model);
  const mapping = mappingOf(step.model(from), model, given);
  const unmapped = unmappedOf(step, from, mapping);
  if (unmapped.length > 0) {
    throw new CaseError('MIGRATION_UNMAPPED', '部分在办节点在新版本中没有对应，请补充映射。', { unmapped });
  }
  const ids = instances
    .rows()
    .filter(({ ref }) => ref === from)
    .map(({ id }) => id);
  try {
    moveInstances(step, ids, to, mapping);
    current.model = to;
    moveListeners(step, ids, mapping);
    moveTasks(step, ids, to, mapping);
  } catch (cause) {
    if (!(cause instanceof Stuck) && !(cause instanceof FeelError)) throw cause;
    throw new CaseError('MIGRATION_FAILED', `新版本的表达式无法求值：${cause.message}`, { to });
  }
  step.journal('case-migrated', {}, { from, to, mapping: given });
}
