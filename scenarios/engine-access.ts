import {
  mayActOnTask,
  mayOperate,
  mayReadTask,
  maySteer,
  takesPart,
  type CaseCircle,
  type TaskCircle,
} from '../domain/access.ts';
import { CaseError } from '../domain/errors.ts';
import type { Actor } from '../engine/command.ts';
import type { CaseState } from '../engine/state.ts';
import type { Right } from './operations.ts';

interface Judged {
  readonly state: CaseState;
  readonly actor: Actor;
  readonly may: Right;
  readonly taskId: string | null;
}

/** The same judgement as the API's, on a case that is played as if it were a real one. */
export function admitted({ state, actor, may, taskId }: Judged): void {
  const posts = actor.roles.map((role) => ({ role, agency: actor.agency ?? '', parent: null }));
  const viewer = { user: actor.user, posts };
  const { openedBy, agencies, people } = state;
  const circle: CaseCircle = { trial: false, openedBy, familyOpenedBy: openedBy, agencies, people };
  const task = taskId === null ? undefined : withEnd(state, taskId);
  if (task && !mayReadTask(viewer, circle, task)) throw hidden();
  const acts = task !== undefined && mayActOnTask(viewer, circle, task);
  const allowed = {
    read: true,
    act: acts,
    assign: acts || mayOperate(viewer, circle),
    operate: acts || mayOperate(viewer, circle),
    steer: maySteer(viewer, circle),
    'take-part': takesPart(viewer, circle),
  }[may];
  if (!allowed) throw new CaseError('FORBIDDEN', '这项任务不归您办理');
}

const hidden = (): CaseError => new CaseError('NOT_FOUND', '没有这个对象，或者您不在知悉范围内');

/** A task as the rules of access see it; one that is over is known by who ended it. */
function withEnd({ tasks, trail }: CaseState, taskId: string): TaskCircle {
  const done = trail.find((one) => one.taskId === taskId);
  const nobody = { role: null, agency: null, assignee: null, owner: null, candidateUsers: [], endedBy: null };
  return tasks[taskId] ?? { ...nobody, endedBy: done?.user ?? null };
}
