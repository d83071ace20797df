import { timeText } from '../time/dates.ts';
import { useWords } from '../words/words.tsx';
import type { DraftState } from './use-draft.ts';

/** 已存 14:05 / 正在保存… / 未保存，重试 */
export function DraftLine({ state, onRetry }: { readonly state: DraftState; readonly onRetry: () => void }) {
  const { handle } = useWords();
  return (
    <span className="draft quiet" role="status">
      {state.kind === 'saved' && handle.saved(timeText(state.at))}
      {state.kind === 'saving' && handle.saving}
      {state.kind === 'failed' && (
        <>
          <span className="fault">{handle.unsaved}</span>{' '}
          <button type="button" className="button small" onClick={onRetry}>
            {handle.retrySave}
          </button>
        </>
      )}
    </span>
  );
}
