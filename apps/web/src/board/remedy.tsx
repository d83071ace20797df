import { useQuery } from '@tanstack/react-query';
import { ActDialogs } from '../task/act-dialogs.tsx';
import { taskQuery } from '../server/queries.ts';

export type RemedyAct = 'remind' | 'transfer' | 'extend' | 'resume';

/** The act's dialog for a row of the board, once the task has been read. */
export function Remedy({
  act,
  taskId,
  onClose,
}: {
  readonly act: RemedyAct;
  readonly taskId: string;
  readonly onClose: () => void;
}) {
  const { data } = useQuery(taskQuery(taskId));
  return data ? <ActDialogs act={act} tasks={[data]} onClose={() => onClose()} /> : null;
}
