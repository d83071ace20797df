import { setCurrentDetails, upsertSearchAttributes, workflowInfo } from '@temporalio/workflow';
import type { CaseInput } from '../case.messages.ts';
import { caseStatusAttribute, dueDayAttribute } from '../search-attributes.ts';
import type { Position } from './step.ts';

/**
 * What an operator sees of a case in Temporal's own UI. Search attributes are plain and carry no content;
 * the details are a query's answer and leave the worker sealed like every payload.
 */
export function showToOperators(input: CaseInput, position: Position, nextDueAt: number | null): void {
  const status = position.view?.case.status ?? 'running';
  const due = nextDueAt === null ? null : new Date(nextDueAt);
  const shown = workflowInfo().typedSearchAttributes;
  if (shown.get(caseStatusAttribute) !== status) upsertSearchAttributes([{ key: caseStatusAttribute, value: status }]);
  if (shown.get(dueDayAttribute)?.getTime() !== due?.getTime()) {
    upsertSearchAttributes([{ key: dueDayAttribute, value: due }]);
  }
  setCurrentDetails(detailsOf(input, position));
}

function detailsOf({ number, title }: CaseInput, { view, state }: Position): string {
  const open = view?.tasks.filter((task) => task.status === 'open' || task.status === 'suspended') ?? [];
  const tasks = open.map(
    (task) => `- ${task.name}（${task.elementId}）${task.dueOn === null ? '' : ` 期限 ${task.dueOn}`}`,
  );
  const incidents = view?.incidents.filter((incident) => incident.resolvedAt === null) ?? [];
  const faults = incidents.map((incident) => `- 事件 ${incident.code}（${incident.elementId}）`);
  return [`**${number}** ${title}`, `第 ${state.seq} 步 · ${view?.case.status ?? ''}`, ...tasks, ...faults].join('\n');
}
