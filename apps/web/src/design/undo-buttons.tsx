import { useDesign } from './design-words.ts';
import type { History } from './use-history.ts';

/** 撤销 重做. */
export function UndoButtons({ undo, redo }: Pick<History<unknown>, 'undo' | 'redo'>) {
  const { design } = useDesign();
  return (
    <>
      <button type="button" className="button" aria-disabled={!undo} onClick={() => undo?.()}>
        {design.bar.undo}
      </button>
      <button type="button" className="button" aria-disabled={!redo} onClick={() => redo?.()}>
        {design.bar.redo}
      </button>
    </>
  );
}
