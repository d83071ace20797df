import { mayActOnTask, mayOperate, maySteer } from '../../../../domain/access.ts';
import type { User } from '../../../api/auth/auth.schema.ts';
import type { Case } from '../../../api/cases/case.schema.ts';
import type { Task } from '../../../api/tasks/task.schema.ts';
import { circleOf, viewerOf } from '../cases/circle.ts';

/** What the reader may do with a task, by the server's own rules; the server judges again. */
export function rightsOn(task: Task, matter: Case, me: User) {
  const [viewer, circle] = [viewerOf(me), circleOf(matter)];
  const open = task.status === 'open' || task.status === 'suspended';
  return {
    act: open && (mayActOnTask(viewer, circle, task) || task.actingFor !== null),
    operate: open && mayOperate(viewer, circle),
    withdraw: task.status === 'completed' && task.endedBy === me.username,
    own: task.assignee === me.username,
    cancel: open && task.kind === 'adhoc' && (task.addedBy === me.username || maySteer(viewer, circle)),
  };
}
