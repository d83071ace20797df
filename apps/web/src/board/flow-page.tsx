import { BoardFrame } from './board-frame.tsx';
import { ProgressPanel } from './progress-panel.tsx';
import { ThroughputPanel } from './throughput-panel.tsx';

/** 在办与办理量. */
export function FlowPage() {
  return (
    <BoardFrame tab="flow" at={undefined}>
      <div className="panels">
        <ProgressPanel />
        <ThroughputPanel />
      </div>
    </BoardFrame>
  );
}
