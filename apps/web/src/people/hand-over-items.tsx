import { Link } from '@tanstack/react-router';
import type { BulkItem } from '../../../api/bulk/bulk.schema.ts';
import { useNames } from '../parts/names.ts';
import { Rows } from '../parts/rows.tsx';
import { useWords } from '../words/words.tsx';

/** Step by step: to whom it goes, what became of it, and why not where it could not be done. */
export function HandOverItems({ items }: { readonly items: readonly BulkItem[] }) {
  const { handOver } = useWords();
  const names = useNames();
  if (items.length === 0) return <p className="quiet">{handOver.nothing}</p>;
  return (
    <Rows
      label={handOver.items}
      rows={items}
      rowKey={({ position }) => String(position)}
      columns={[
        {
          key: 'case',
          label: handOver.case,
          cell: ({ caseId, caseTitle, caseNumber }) =>
            caseId === null ? (
              <span className="quiet">{handOver.outOfSight}</span>
            ) : (
              <>
                <Link to="/cases/$id/$tab" params={{ id: caseId, tab: 'overview' }}>
                  {caseTitle}
                </Link>
                <div className="second-line nowrap">{caseNumber}</div>
              </>
            ),
        },
        {
          key: 'step',
          label: handOver.step,
          cell: ({ taskId, taskName }) => taskName ?? (taskId ? '' : handOver.part),
        },
        {
          key: 'to',
          label: handOver.goesTo,
          cell: ({ to }) => (to === undefined ? '' : to === null ? handOver.group : names.person(to)),
        },
        {
          key: 'result',
          label: handOver.result,
          cell: ({ status, message }) => (
            <>
              <span className={`chip ${status === 'refused' ? 'late' : 'plain'}`}>{handOver.statuses[status]}</span>{' '}
              {message}
            </>
          ),
        },
      ]}
    />
  );
}
