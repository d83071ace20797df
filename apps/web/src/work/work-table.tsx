import { memo } from 'react';
import type { Task } from '../../../api/tasks/task.schema.ts';
import { useWords } from '../words/words.tsx';
import type { UrgencyGroup } from './urgency-groups.ts';
import type { Selection } from './use-selection.ts';
import { WorkRow } from './work-row.tsx';

interface WorkTableProps {
  readonly groups: readonly UrgencyGroup[];
  readonly now: number;
  readonly selection: Selection;
  readonly compact: boolean;
  readonly onClaim: (task: Task) => void;
  readonly openRow?: string;
}

/** A table of its own rows: ten times quicker than a component library's at sixty of them. */
export const WorkTable = memo(function WorkTable({
  groups,
  now,
  selection,
  compact,
  onClaim,
  openRow,
}: WorkTableProps) {
  const { work, due } = useWords();
  const { columns } = work;
  const rows = groups.flatMap(({ tasks }) => tasks);
  const cursor = rows.some(({ id }) => id === openRow) ? openRow : rows[0]?.id;
  return (
    <table className={`work-table${compact ? ' compact' : ''}`} aria-label={work.tabled}>
      <thead>
        <tr>
          <th scope="col" className="choose">
            <span className="hidden">{columns.choose}</span>
          </th>
          <th scope="col">{columns.limit}</th>
          <th scope="col">{columns.due}</th>
          <th scope="col">{columns.matter}</th>
          <th scope="col">{columns.step}</th>
          <th scope="col" className="from">
            {columns.from}
          </th>
          <th scope="col" className="holder">
            {columns.assignee}
          </th>
          <th scope="col">
            <span className="hidden">{columns.action}</span>
          </th>
        </tr>
      </thead>
      {groups
        .filter(({ tasks }) => tasks.length > 0)
        .map(({ urgency, tasks }) => (
          <tbody key={urgency}>
            <tr>
              <th scope="rowgroup" colSpan={8}>
                {due.groups[urgency]} ({tasks.length})
              </th>
            </tr>
            {tasks.map((task) => (
              <WorkRow
                key={task.id}
                task={task}
                now={now}
                isCursor={task.id === cursor}
                chosen={selection.has(task.id)}
                onChoose={selection.toggle}
                onClaim={onClaim}
              />
            ))}
          </tbody>
        ))}
    </table>
  );
});
