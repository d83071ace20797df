import { CaseError } from '../../domain/errors.ts';
import type { Step } from '../step.ts';
import { isCandidate } from '../tasks/candidate.ts';

/** Whoever opened the case, operates it, or has or may take one of its open tasks. */
export function requireActing(step: Step): void {
  const { actor } = step.command;
  const { openedBy } = step.draft.case;
  if (actor === null || actor.operator || actor.everyRole || openedBy === (actor.onBehalfOf ?? actor.user)) return;
  const live = step.draft.tasks.rows().filter(({ status }) => status === 'open' || status === 'suspended');
  if (live.some((task) => isCandidate(task, actor, openedBy))) return;
  throw new CaseError('NOT_ACTING', '只有立案人、主管领导和案件在办环节的办理人员可以进行此操作。');
}
