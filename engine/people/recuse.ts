import { CaseError } from '../../domain/errors.ts';
import type { ActOf } from '../cases/apply.ts';
import type { Step } from '../step.ts';
import { placesOf, requireGiver } from './place.ts';
import { replacePerson } from './replace-person.ts';

/**
 * 回避 (监察法 67): from now on the person does nothing in the case, and nothing in it is given to the person. What was in
 * the person's hands goes to `to`, or back to whom else it is offered.
 */
export function recuse(step: Step, { user, to, ground, approvedBy }: ActOf<'recuse'>): void {
  requireGiver(step, user);
  const { case: current, tasks } = step.draft;
  const recused = current.recused ?? [];
  if (recused.includes(user)) throw new CaseError('ALREADY_RECUSED', '该人员已在本案中回避。', { user });
  const entry = { user, ...(ground ? { ground } : {}), ...(approvedBy ? { approvedBy } : {}) };
  step.journal('person-recused', {}, entry);
  for (const task of tasks.rows()) {
    const isLive = task.status === 'open' || task.status === 'suspended';
    if (!isLive || placesOf(step, task, user).length === 0) continue;
    replacePerson(step, { kind: 'replacePerson', taskId: task.id, from: user, to: to ?? null });
  }
  current.recused = [...recused, user];
}

/** What another case brings here keeps its own people away here too; a step that one of them has in hand is given on by hand. */
export function stepBackAsIn(step: Step, users: readonly string[] = [], number: string): void {
  const { case: current } = step.draft;
  const news = users.filter((user) => !current.recused?.includes(user));
  if (news.length === 0) return;
  current.recused = [...(current.recused ?? []), ...news];
  for (const user of news) step.journal('person-recused', {}, { user, asIn: number });
}

/** The ground has gone; what was given away stays with whom it was given to. */
export function readmit(step: Step, { user }: ActOf<'readmit'>): void {
  const { case: current } = step.draft;
  const recused = current.recused ?? [];
  if (!recused.includes(user)) throw new CaseError('NOT_RECUSED', '该人员没有在本案中回避。', { user });
  current.recused = recused.filter((one) => one !== user);
  step.journal('person-readmitted', {}, { user });
}
