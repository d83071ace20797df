import { isCandidate, isGuest } from '../../../domain/access.ts';
import type { Order } from './command.service.ts';
import type { Preview } from './preview.schema.ts';

type Step = Preview['opened'][number];

/** What of a preview a guest may see: what becomes of its own steps, not what others get nor who they are. */
export function seenByGuest(
  preview: Preview,
  { caller, case: circle, act }: Pick<Order, 'caller' | 'case' | 'act'>,
): Preview {
  if (!isGuest(caller, circle)) return preview;
  const own = ({ agency, role, assignee }: Step): boolean =>
    assignee === caller.user ||
    isCandidate(caller, circle, { agency, role, assignee, owner: null, candidateUsers: [], endedBy: null });
  return {
    ...preview,
    opened: preview.opened.filter(own),
    closed: preview.closed.filter(own),
    moved: preview.moved.filter(own),
    alarms: [],
    entries: preview.entries.filter(({ taskId }) => taskId !== null && 'taskId' in act && taskId === act.taskId),
    effects: [],
  };
}
