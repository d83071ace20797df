import { leads, mayActOnTask, mayOperate } from '../../../domain/access.ts';
import type { Principal } from '../../../domain/access.ts';
import { principalsOf } from '../../../domain/deputy.ts';
import { CaseError } from '../../../domain/errors.ts';
import type { TaskRight } from './access.ts';
import type { Capacity, Caller } from './caller.ts';
import type { CaseObject, TaskObject } from './object.queries.ts';

interface Wish {
  readonly may: TaskRight;
  /** For whom the caller says to act; where nobody is named, by own right before that of a principal. */
  readonly as: string | null;
}

/** In what capacity the caller acts on a task that is visible; throws FORBIDDEN where no way is open. */
export function judgeTask(
  caller: Caller,
  found: { readonly case: CaseObject; readonly task: TaskObject },
  { may, as }: Wish,
): Capacity {
  const principals = principalsOf(caller, found.case, found.task);
  if (as !== null && as !== caller.user) return { onBehalfOf: named(principals, as) };
  if (mayActOnTask(caller, found.case, found.task)) return {};
  if (as === null && principals[0]) return { onBehalfOf: principals[0] };
  if (may === 'assign' && !found.case.trial && leads(caller, found.task.houses)) return { assigns: true };
  const operates = (may === 'operate' || may === 'assign') && mayOperate(caller, found.case);
  if (may === 'read' || operates) return {};
  throw new CaseError('FORBIDDEN', '这项任务不归您办理');
}

function named(principals: readonly Principal[], as: string): Principal {
  const principal = principals.find(({ user }) => user === as);
  if (!principal) throw new CaseError('NOT_DEPUTY', '您不是该人员在这一步骤上的代理人');
  return principal;
}
