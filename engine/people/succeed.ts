import { guest } from '../../domain/access.ts';
import type { ActOf } from '../cases/apply.ts';
import type { Step } from '../step.ts';
import { requireNotAmong } from '../tasks/signer.ts';
import { placesOf, requireGiver } from './place.ts';

/** 交接 of what is still to come: steps that name the person, signatures not yet asked for, ways back. */
export function succeed(step: Step, { from, to, leaves = false }: ActOf<'succeed'>): void {
  requireGiver(step, from);
  const { case: current, instances } = step.draft;
  const before = Object.entries(current.successors ?? {}).map(([person, next]) => [person, next === from ? to : next]);
  current.successors = { ...Object.fromEntries(before.filter(([person, next]) => person !== next)), [from]: to };
  current.trail = current.trail.map((entry) => (entry.user === from ? { ...entry, user: to } : entry));
  for (const { id, returnedTo } of instances.rows()) {
    if (returnedTo === from) instances.edit(id).returnedTo = to;
    askInstead(step, id, { from, to });
  }
  if (leaves && !standsSomewhere(step, from)) {
    current.people = current.people.filter((name) => name !== from && name !== guest(from));
  }
  step.journal('person-succeeded', {}, { old: from, new: to, leaves });
}

/** Signers who have not been asked yet; those who have, have a task. */
function askInstead(
  step: Step,
  instanceId: string,
  { from, to }: { readonly from: string; readonly to: string },
): void {
  const signers = step.draft.instances.need(instanceId).sign?.signers ?? [];
  const waits = ({ user, done, taskId }: (typeof signers)[number]) => user === from && !done && taskId === null;
  if (!signers.some(waits)) return;
  requireNotAmong(
    step,
    signers.filter((signer) => !waits(signer)),
    [to],
  );
  const asked = signers.map((signer) => (waits(signer) ? { ...signer, user: to } : signer));
  step.draft.instances.edit(instanceId).sign = { signers: asked };
}

const standsSomewhere = (step: Step, person: string): boolean =>
  step.draft.tasks
    .rows()
    .some((task) => (task.status === 'open' || task.status === 'suspended') && placesOf(step, task, person).length > 0);
