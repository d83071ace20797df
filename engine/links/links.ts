import { CaseError } from '../../domain/errors.ts';
import { counterpartOf, isFreeLink } from '../../domain/case-link.ts';
import type { ActOf } from '../cases/apply.ts';
import { own } from '../own.ts';
import type { CaseLink } from '../state.ts';
import type { Step } from '../step.ts';

const keyOf = ({ link, caseId }: Pick<CaseLink, 'link' | 'caseId'>): string => `${link} ${caseId}`;

/** Two cases have to do with each other: it stands on both. */
export function linkCase(step: Step, { caseId, number, link }: ActOf<'linkCase'>): void {
  if (caseId === step.draft.case.caseId) throw new CaseError('SAME_CASE', '案件不能与自己关联。', { caseId });
  if (!isFreeLink(link)) throw new CaseError('NOT_A_FREE_LINK', '并案和分案的关联随并案、分案产生。', { link });
  const known = own(step.draft.case.links ?? {}, keyOf({ link, caseId }));
  if (known && !known.removed) throw new CaseError('ALREADY_LINKED', '两案已有这一关联。', { caseId, link });
  putLink(step, { caseId, number, link });
  step.effect({ kind: 'tellLink', caseId, link: counterpartOf(link), removed: false });
}

export function unlinkCase(step: Step, { caseId, link }: ActOf<'unlinkCase'>): void {
  const known = own(step.draft.case.links ?? {}, keyOf({ link, caseId }));
  if (!known || known.removed) throw new CaseError('NOT_LINKED', '两案没有这一关联。', { caseId, link });
  if (!isFreeLink(link)) throw new CaseError('NOT_A_FREE_LINK', '并案和分案的关联不能解除。', { link });
  removeLink(step, known);
  step.effect({ kind: 'tellLink', caseId, link: counterpartOf(link), removed: true });
}

/** The other case tells. */
export function caseLinked(step: Step, { caseId, number, link, removed }: ActOf<'caseLinked'>): void {
  const known = own(step.draft.case.links ?? {}, keyOf({ link, caseId }));
  if (removed && known && !known.removed) removeLink(step, known);
  if (!removed && (!known || known.removed)) putLink(step, { caseId, number, link });
}

export function putLink(step: Step, link: Pick<CaseLink, 'caseId' | 'number' | 'link'>): void {
  const { case: current } = step.draft;
  current.links = { ...current.links, [keyOf(link)]: { ...link, at: step.now } };
  step.journal('case-linked', {}, { ...link });
}

function removeLink(step: Step, link: CaseLink): void {
  const { case: current } = step.draft;
  current.links = { ...current.links, [keyOf(link)]: { ...link, removed: true } };
  step.journal('case-unlinked', {}, { caseId: link.caseId, number: link.number, link: link.link });
}
