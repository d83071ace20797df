import { mayActOnTask, mayOperate } from '../../../domain/access.ts';
import type { Principal } from '../../../domain/access.ts';
import { principalsOf } from '../../../domain/deputy.ts';
import { CaseError } from '../../../domain/errors.ts';
import type { TaskRight } from './access.ts';
import type { Caller } from './caller.ts';
import type { CaseObject, TaskObject } from './object.queries.ts';

interface Wish {
  readonly may: TaskRight;
  /** For whom the caller says to act; where nobody is named, by own right before that of a principal. */
  readonly as: string | null;
}

/** For whom the caller acts on a task that is visible, undefined for himself; throws FORBIDDEN where neither way is open. */
export function judgeTask(
  caller: Caller,
  found: { readonly case: CaseObject; readonly task: TaskObject },
  { may, as }: Wish,
): Principal | undefined {
  const principals = principalsOf(caller, found.case, found.task);
  if (as !== null && as !== caller.user) return named(principals, as);
  if (mayActOnTask(caller, found.case, found.task)) return undefined;
  if (as === null && principals[0]) return principals[0];
  if (may === 'read' || (may === 'operate' && mayOperate(caller, found.case))) return undefined;
  throw new CaseError('FORBIDDEN', '这项任务不归您办理');
}

function named(principals: readonly Principal[], as: string): Principal {
  const principal = principals.find(({ user }) => user === as);
  if (!principal) throw new CaseError('NOT_DEPUTY', '您不是该人员在这一步骤上的代理人');
  return principal;
}
