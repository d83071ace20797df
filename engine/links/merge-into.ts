import { CaseError } from '../../domain/errors.ts';
import type { ActOf } from '../cases/apply.ts';
import { endCase } from '../cases/complete-case.ts';
import { writeRecord } from '../cases/records.ts';
import type { Step } from '../step.ts';
import { emptyScope } from '../tokens/instances.ts';
import { putLink } from './links.ts';

/**
 * 并案, on the side that ends: its tasks and alarms end, its records move over, its number points to the other case. What
 * others have in hand, and what the law measures, is not ended by a merger.
 */
export function mergeInto(step: Step, { caseId, number }: ActOf<'mergeInto'>): void {
  requireMergeable(step);
  const { draft } = step;
  if (caseId === draft.case.caseId) throw new CaseError('SAME_CASE', '案件不能并入自己。', { caseId });
  const root = draft.instances.need(draft.case.root ?? '');
  const records = moveRecords(step, number);
  putLink(step, { caseId, number, link: 'merged-into' });
  step.journal('case-merged', {}, { caseId, number, records });
  emptyScope(step, root.id);
  draft.case.endState = 'merged';
  endCase(step, root, 'completed');
}

function requireMergeable({ draft }: Step): void {
  const { case: current } = draft;
  if (current.parent !== null) {
    throw new CaseError('IS_TRACK', '本案是上级案件的关联案件，由上级案件等待其结果，不能并入别案。');
  }
  if (Object.keys(current.expected ?? {}).length > 0) {
    throw new CaseError('NOT_AT_REST', '本案的并案或分案尚未完成，请稍后再试。');
  }
  const open = draft.children.rows().filter(({ status }) => status === 'opening' || status === 'running');
  if (open.length > 0) {
    throw new CaseError('OPEN_TRACKS', '其他单位承办的关联案件尚未办结，不能并案。', {
      children: open.map(({ childId, number }) => ({ childId, number })),
    });
  }
  const measured = draft.tasks
    .rows()
    .filter(({ endedAt, clock }) => endedAt === null && clock !== null && clock.rule.clock !== 'internal');
  if (measured.length > 0) {
    const names = measured.map(({ name }) => `“${name}”`).join('、');
    throw new CaseError('CLOCK_CANNOT_STOP', `${names}的法定期限或措施期限正在计算，办结之前不能并案。`, {
      tasks: measured.map(({ id }) => id),
    });
  }
}

/** Where they are now stands with each of them. */
function moveRecords(step: Step, number: string): number {
  const all = Object.entries(step.draft.case.ledger).flatMap(([ledger, records]) =>
    Object.entries(records).map(([id, status]) => ({ ledger, id, status })),
  );
  const moving = all.filter(({ status }) => status !== 'moved');
  for (const { ledger, id, status } of moving) {
    writeRecord(step, { ledger, id, status: 'moved', data: { movedTo: number, was: status } }, nowhere);
  }
  return moving.length;
}

const nowhere = { agency: null, elementId: null };
