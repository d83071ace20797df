import { useQuery } from '@tanstack/react-query';
import { Reading } from '../parts/reading.tsx';
import { progressQuery, throughputQuery } from './board.queries.ts';
import { BoardFrame } from './board-frame.tsx';
import { ProgressPanel } from './progress-panel.tsx';
import { ThroughputPanel } from './throughput-panel.tsx';
import { useBoardSearch } from './use-board-search.ts';

/** 在办与办理量, both at once, so that neither pushes the other away. */
export function FlowPage() {
  const { search } = useBoardSearch();
  const progress = useQuery(progressQuery(search));
  const throughput = useQuery(throughputQuery(search));
  return (
    <BoardFrame tab="flow" at={progress.data?.at}>
      {progress.data && throughput.data ? (
        <div className="panels">
          <ProgressPanel progress={progress.data} />
          <ThroughputPanel months={throughput.data.items} />
        </div>
      ) : (
        <Reading query={progress.error ? progress : throughput} />
      )}
    </BoardFrame>
  );
}
