import { timeText } from '../time/dates.ts';
import { useDesign } from './design-words.ts';
import type { SaveState } from './use-autosave.ts';

interface DraftLineProps {
  readonly state: SaveState;
  readonly base: number | null;
  readonly onRetry: () => void;
}

/** 草稿（基于第 3 版）已存 14:05. */
export function DraftLine({ state, base, onRetry }: DraftLineProps) {
  const { design, words } = useDesign();
  const began = base === null ? design.draft.fresh : design.draft.from(base);
  return (
    <span className="draft quiet" role="status">
      {state.kind === 'none' && design.draft.unchanged}
      {state.kind === 'saved' && `${began} ${words.handle.saved(timeText(state.at))}`}
      {state.kind === 'saving' && words.handle.saving}
      {(state.kind === 'failed' || state.kind === 'changed-elsewhere') && (
        <>
          <span className="fault">{words.handle.unsaved}</span>{' '}
          {state.kind === 'failed' && (
            <button type="button" className="button small" onClick={onRetry}>
              {words.handle.retrySave}
            </button>
          )}
        </>
      )}
    </span>
  );
}
