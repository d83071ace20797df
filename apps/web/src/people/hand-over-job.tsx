import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { BulkItemList, BulkJob } from '../../../api/bulk/bulk.schema.ts';
import { Reading } from '../parts/reading.tsx';
import { call } from '../server/call.ts';
import { useWords } from '../words/words.tsx';
import { HandOverItems } from './hand-over-items.tsx';

interface HandOverJobProps {
  readonly id: string;
  readonly onAgain: () => void;
}

/** A hand-over under way, then done: its address can be come back to. */
export function HandOverJob({ id, onAgain }: HandOverJobProps) {
  const { handOver } = useWords();
  const queries = useQueryClient();
  const path = `/bulk/${encodeURIComponent(id)}`;
  const job = useQuery({
    queryKey: ['bulk', id],
    queryFn: ({ signal }) => call<BulkJob>(path, { signal }),
    refetchInterval: ({ state }) => (state.data?.status === 'running' ? 1_000 : false),
  });
  const done = job.data ? job.data.counts.done + job.data.counts.refused : 0;
  const items = useQuery({
    queryKey: ['bulk', id, 'items', done, job.data?.status],
    queryFn: ({ signal }) => call<BulkItemList>(`${path}/items`, { query: { limit: 200 }, signal }),
    enabled: job.data !== undefined,
    placeholderData: (before) => before,
  });
  const again = useMutation({
    mutationFn: (what: 'retry' | 'cancel') => call<BulkJob>(`${path}/${what}`, { method: 'POST', body: {} }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['bulk', id] }),
  });
  if (!job.data) return <Reading query={job} />;
  const { counts, status } = job.data;
  return (
    <section className="panel">
      <h2>{handOver.jobs[status]}</h2>
      <p role="status">{handOver.counts(counts.done, counts.refused, counts.pending, counts.total)}</p>
      <p className="row-actions">
        {status === 'running' && (
          <button type="button" className="button" onClick={() => again.mutate('cancel')}>
            {handOver.stop}
          </button>
        )}
        {status !== 'running' && counts.refused > 0 && (
          <button type="button" className="button" onClick={() => again.mutate('retry')}>
            {handOver.retry}
          </button>
        )}
        <button type="button" className="button" onClick={onAgain}>
          {handOver.another}
        </button>
      </p>
      {again.error && <p className="fault">{again.error.message}</p>}
      {items.data && <HandOverItems items={items.data.items} />}
    </section>
  );
}
