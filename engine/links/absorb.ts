import { CaseError } from '../../domain/errors.ts';
import { lookAtEnd } from '../aside/hold-end.ts';
import { ignore } from '../cases/deliveries.ts';
import { writeRecord } from '../cases/records.ts';
import type { ActOf } from '../cases/apply.ts';
import { own } from '../own.ts';
import { stepBackAsIn } from '../people/recuse.ts';
import type { Step } from '../step.ts';
import { putLink } from './links.ts';

/**
 * 并案, on the side that goes on: the other case is asked to end in this one. Until it has answered this one cannot end, so
 * that what it brings always finds its place.
 */
export function absorbCase(step: Step, { caseId, number }: ActOf<'absorbCase'>): void {
  const { case: current, before } = step.draft;
  if (caseId === current.caseId) throw new CaseError('SAME_CASE', '案件不能并入自己。', { caseId });
  if (own(current.expected ?? {}, caseId))
    throw new CaseError('MERGE_PENDING', '该案正在并入，请稍后再看。', { caseId });
  if (own(current.links ?? {}, `merged-from ${caseId}`)) {
    throw new CaseError('ALREADY_LINKED', '该案已经并入本案。', { caseId });
  }
  current.expected = { ...current.expected, [caseId]: { for: 'merge', seq: before.seq + 1 } };
  const { actor, reason } = step.command;
  step.effect({ kind: 'absorb', caseId, by: actor, ...(reason === undefined ? {} : { reason }) });
  step.journal('merge-asked', {}, { caseId, number });
}

/** The other case has ended in this one: its records are ours, under its number, and what it was linked with. */
export function caseAbsorbed(step: Step, act: ActOf<'caseAbsorbed'>): void {
  const { caseId, number, records, links, recused } = act;
  if (!arrived(step, caseId)) return ignore(step, caseId);
  putLink(step, { caseId, number, link: 'merged-from' });
  for (const { agency = null, ...record } of records) {
    const id = record.id === undefined ? {} : { id: `${number}/${record.id}` };
    writeRecord(step, { ...record, ...id }, { agency, elementId: null });
  }
  const { case: current } = step.draft;
  const known = current.links ?? {};
  for (const link of links) {
    const key = `${link.link} ${link.caseId}`;
    if (link.caseId !== current.caseId && !own(known, key)) putLink(step, link);
  }
  stepBackAsIn(step, recused, number);
  step.journal('case-absorbed', {}, { caseId, number, records: records.length });
  lookAtEnd(step);
}

export function mergeRefused(step: Step, { caseId, code, message }: ActOf<'mergeRefused'>): void {
  if (!arrived(step, caseId)) return ignore(step, caseId);
  step.journal('merge-refused', {}, { caseId, code, message });
  lookAtEnd(step);
}

/** Whether something was expected of that case; it is not any more. */
export function arrived(step: Step, caseId: string): boolean {
  const { case: current } = step.draft;
  if (!own(current.expected ?? {}, caseId)) return false;
  const { [caseId]: _arrived, ...others } = current.expected ?? {};
  if (Object.keys(others).length > 0) current.expected = others;
  else delete current.expected;
  return true;
}
