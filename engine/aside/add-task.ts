import { CaseError } from '../../domain/errors.ts';
import { isCivilDate } from '../../domain/civil-date.ts';
import { parseDuration } from '../../domain/duration.ts';
import type { ActOf } from '../cases/apply.ts';
import type { TaskRule } from '../model.ts';
import type { Step } from '../step.ts';
import { admit } from '../tasks/circle.ts';
import { clockOf } from '../tasks/clock.ts';
import { openAside } from '../tasks/open-aside.ts';
import { requireActing } from './acting.ts';

/**
 * 临时任务: somebody who acts in the case asks somebody else for something beside the procedure. It has a deadline,
 * reminders and a ladder like any other task, and holds the end of the case unless its author says otherwise.
 */
export function addTask(step: Step, act: ActOf<'addTask'>): void {
  requireActing(step);
  const { name, assignee = null, role = null, agency = null, form = null, holdsEnd = true } = act;
  const { description, formVersion } = act;
  if (assignee === null && role === null && agency === null) {
    throw new CaseError('NOBODY', '请指明由谁办理：人员、岗位角色或单位。');
  }
  if (assignee !== null && step.draft.case.recused?.includes(assignee)) {
    throw new CaseError('RECUSED', '该人员在本案中已回避，不能办理。', { users: [assignee] });
  }
  const root = step.draft.instances.need(step.draft.case.root ?? '');
  const clock = clockOf(step, root, ruleOf(act), agency);
  const { actor } = step.command;
  const { id, element } = openAside(
    step,
    {
      kind: 'adhoc',
      name,
      assignee,
      role,
      agency,
      form,
      ...(description === undefined ? {} : { description }),
      ...(formVersion === undefined ? {} : { formVersion }),
      ...(holdsEnd ? { holdsEnd } : {}),
      ...(actor ? { addedBy: actor.onBehalfOf ?? actor.user } : {}),
    },
    clock,
  );
  admit(step, undefined, { agency, role, people: [assignee] });
  step.journal('task-added', { elementId: element, taskId: id }, { name, assignee, role, agency, holdsEnd });
}

/** Its deadline as a step of the procedure would have it: a day, a length of time or a period of the rulebook. */
function ruleOf({ dueOn, due, counting = 'calendar', period, ladder }: ActOf<'addTask'>): TaskRule {
  if ([dueOn, due, period].filter((one) => one !== undefined).length > 1) {
    throw new CaseError('INVALID_DEADLINE', '到期日、时长、期限只能给出一种。');
  }
  const limit = dueOn === undefined ? due : dueOn;
  if ((dueOn !== undefined && !isCivilDate(dueOn)) || (due !== undefined && !parseDuration(due))) {
    throw new CaseError('INVALID_DEADLINE', `“${limit}”不是日期或 ISO 8601 时长。`);
  }
  return {
    outcomes: [],
    from: 'opened',
    records: [],
    returnable: false,
    withdrawable: false,
    ...(period === undefined ? {} : { period }),
    ...(ladder === undefined ? {} : { ladder }),
    ...(limit === undefined ? {} : { due: dueOf(limit, counting) }),
  };
}

const dueOf = (limit: string, counting: 'calendar' | 'working' | 'hours'): NonNullable<TaskRule['due']> => ({
  duration: { feel: JSON.stringify(limit) },
  counting,
  roll: 'none',
  clock: 'internal',
});
