import { CaseError } from '../../domain/errors.ts';
import type { Step } from '../step.ts';
import { emptyScope } from '../tokens/instances.ts';
import { endCase } from './complete-case.ts';

/** Everything in the case ends. Refused while a track of another agency is open: that agency ends it, not we. A parent that is taken back takes its tracks along. */
export function cancelCase(step: Step): void {
  const { draft } = step;
  const open = draft.children.rows().filter(({ status }) => status === 'opening' || status === 'running');
  if (open.length > 0 && step.command.actor !== null) {
    throw new CaseError('OPEN_TRACKS', '其他单位承办的关联案件尚未办结，不能撤销本案。', {
      children: open.map(({ childId, number }) => ({ childId, number })),
    });
  }
  if (step.command.actor !== null && Object.keys(draft.case.expected ?? {}).length > 0) {
    throw new CaseError('NOT_AT_REST', '本案的并案或分案尚未完成，请稍后再试。');
  }
  const root = draft.instances.need(draft.case.root ?? '');
  emptyScope(step, root.id);
  endCase(step, root, 'cancelled');
}
