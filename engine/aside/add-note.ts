import { CaseError } from '../../domain/errors.ts';
import type { ActOf } from '../cases/apply.ts';
import type { Step } from '../step.ts';

/** 便签: a remark on the case. The journal tells that there is one, the text goes to whoever may see it. */
export function addNote(step: Step, { text, visibleTo }: ActOf<'addNote'>): void {
  if (text.trim() === '') throw new CaseError('EMPTY_NOTE', '便签没有内容。');
  const { actor } = step.command;
  const id = step.draft.nextId('m');
  step.notes.push({
    id,
    text,
    author: actor?.user ?? null,
    onBehalfOf: actor?.onBehalfOf ?? null,
    visibleTo: visibleTo ?? null,
    at: step.now,
  });
  step.journal('note-added', {}, { noteId: id, ...(visibleTo ? { visibleTo: { ...visibleTo } } : {}) });
}
