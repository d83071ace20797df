import { timeText } from '../time/dates.ts';
import { useWords } from '../words/words.tsx';

interface StaleBarProps {
  readonly query: {
    readonly data: unknown;
    readonly error: Error | null;
    readonly dataUpdatedAt: number;
    readonly refetch: () => Promise<unknown>;
  };
}

/** What is shown could not be read again: since when it stands, and another try. */
export function StaleBar({ query: { data, error, dataUpdatedAt, refetch } }: StaleBarProps) {
  const { state } = useWords();
  return (
    <div role="status">
      {data !== undefined && error && (
        <p className="bar row-actions">
          {state.stale(timeText(dataUpdatedAt))}
          <button type="button" className="button small" onClick={() => void refetch()}>
            {state.retry}
          </button>
        </p>
      )}
    </div>
  );
}
