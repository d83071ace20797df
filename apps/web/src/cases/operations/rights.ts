import { isGuest, mayActOnTask, mayOperate, maySteer } from '../../../../../domain/access.ts';
import type { User } from '../../../../api/auth/auth.schema.ts';
import type { Case } from '../../../../api/cases/case.schema.ts';
import { circleOf, viewerOf } from '../circle.ts';

/** What the reader may do with a case, by the server's own rules; the server judges again. */
export function rightsIn(matter: Case, me: User) {
  const [viewer, circle] = [viewerOf(me), circleOf(matter)];
  const open = matter.endedAt === null;
  const steers = maySteer(viewer, circle);
  return {
    correct: open && mayOperate(viewer, circle),
    steer: open && steers,
    add: open && (steers || matter.openTasks.some((task) => mayActOnTask(viewer, circle, task))),
    takePart: open && !isGuest(viewer, circle),
  };
}
