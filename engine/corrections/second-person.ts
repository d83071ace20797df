import { CaseError } from '../../domain/errors.ts';
import type { Actor } from '../command.ts';
import { Draft } from '../draft.ts';
import type { Proposal, Task } from '../task.ts';
import { Step } from '../step.ts';
import { openAside } from '../tasks/open-aside.ts';
import { runToRest } from '../tokens/run.ts';
import { carryOut, type Correcting } from './carry-out.ts';

/** The procedure wants every correction confirmed by another operator: ld:corrections="two-persons". */
export function wantsSecondPerson(step: Step): boolean {
  const { command, draft } = step;
  return command.actor !== null && !command.rehearsal && step.model(draft.case.model).corrections === 'two-persons';
}

/** The correction is judged as things stand, then waits for another operator. */
export function ask(step: Step, act: Correcting): void {
  const { actor, reason } = step.command;
  if (actor === null || reason === undefined) {
    throw new CaseError('REASON_REQUIRED', '更正须由另一人确认，请写明理由。');
  }
  const tried = new Step(step.environment(), new Draft(step.draft.result()), step.command, step.now);
  carryOut(tried, act);
  runToRest(tried);
  const by = { user: actor.user, name: actor.name, ...(actor.onBehalfOf ? { onBehalfOf: actor.onBehalfOf } : {}) };
  const { id } = openAside(step, {
    kind: 'correction',
    name: `更正确认：${names[act.kind]}`,
    role: actor.roles.includes('supervisor') ? 'cdi.head' : 'supervisor',
    outcomes: ['approve', 'reject'],
    proposal: { act, by, reason },
  });
  step.journal('correction-asked', { taskId: id }, { approval: id, correction: act.kind });
}

const names: Readonly<Record<Correcting['kind'], string>> = {
  correctCase: '环节',
  setVariables: '案件数据',
  correctStartDay: '起算日',
};

/** Another operator has decided; refused to who asked, who may only take it back. */
export function decideCorrection(step: Step, task: Task, outcome: string | undefined): void {
  const { id, proposal } = task;
  if (!proposal) throw new Error(`${id} proposes nothing`);
  const { act, by, reason } = proposal;
  const about = { approval: id, correction: act.kind, askedBy: by.user };
  if (outcome !== 'approve') {
    step.journal('correction-rejected', { taskId: id }, about);
    return;
  }
  requireSecondPerson(step, task);
  step.journal('correction-confirmed', { taskId: id }, { ...about, reason });
  carryOut(step, act);
}

/** Who asked may neither confirm it nor take it off the others' lists. */
export function requireSecondPerson({ command: { actor } }: Step, { id, proposal }: Task): void {
  if (!actor || actor.everyRole || !proposal || !areSame(actor, proposal.by)) return;
  throw new CaseError('SECOND_PERSON_NEEDED', '更正须由另一位有权更正的人员确认，不能由提出人自己确认。', {
    taskId: id,
  });
}

function areSame(actor: Actor, by: Proposal['by']): boolean {
  const asking = [by.user, by.onBehalfOf];
  return [actor.user, actor.onBehalfOf].some((person) => person !== undefined && asking.includes(person));
}
