import { mayActOnTask, mayOperate } from '../../../../domain/access.ts';
import type { User } from '../../../api/auth/auth.schema.ts';
import type { Case } from '../../../api/cases/case.schema.ts';
import type { Task } from '../../../api/tasks/task.schema.ts';

/** What the reader may do with a task, by the server's own rules; the server judges again. */
export function rightsOn(task: Task, matter: Case, me: User) {
  const viewer = { user: me.username, posts: me.posts };
  const circle = {
    trial: matter.trial,
    openedBy: matter.openedBy,
    familyOpenedBy: matter.openedBy,
    agencies: matter.agencies,
    people: [],
  };
  const open = task.status === 'open' || task.status === 'suspended';
  return {
    act: open && (mayActOnTask(viewer, circle, task) || task.actingFor !== null),
    operate: open && mayOperate(viewer, circle),
    withdraw: task.status === 'completed' && task.endedBy === me.username,
    own: task.assignee === me.username,
  };
}
