import { CaseError } from '../../domain/errors.ts';
import type { RecordInput } from '../command.ts';
import { own } from '../own.ts';
import type { Step } from '../step.ts';
import type { ActOf } from './apply.ts';

const firstStatus: Readonly<Record<string, string>> = { letter: 'to-be-issued' };

/** Outside a task form: an item is closed with proof, a letter gets its number. */
export function changeRecords(step: Step, { records }: ActOf<'changeRecords'>): void {
  for (const record of records) {
    if (record.id !== undefined && own(own(step.draft.case.ledger, record.ledger) ?? {}, record.id) === undefined) {
      throw new CaseError('UNKNOWN_RECORD', `台账中没有“${record.id}”。`, { ledger: record.ledger, id: record.id });
    }
  }
  for (const record of records) writeRecord(step, record, { agency: null, elementId: null });
}

/** The state keeps id and status, the row goes to the ledger. A record without an id is new and gets one. */
export function writeRecord(
  step: Step,
  { ledger, id, status, data = {} }: RecordInput,
  from: { readonly agency: string | null; readonly elementId: string | null },
): void {
  const { case: current } = step.draft;
  const known = own(current.ledger, ledger) ?? {};
  const recordId = id ?? nextRecordId(ledger, known);
  const now = status ?? own(known, recordId) ?? own(firstStatus, ledger) ?? 'open';
  current.ledger = { ...current.ledger, [ledger]: { ...known, [recordId]: now } };
  step.variablesChanged = true;
  step.records.push({ ledger, id: recordId, status: now, data, ...from, at: step.now });
  const about = from.elementId === null ? {} : { elementId: from.elementId };
  step.journal('record-written', about, { ledger, id: recordId, old: own(known, recordId) ?? null, new: now });
}

function nextRecordId(ledger: string, known: Readonly<Record<string, string>>): string {
  for (let number = Object.keys(known).length + 1; ; number += 1) {
    if (known[`${ledger}-${number}`] === undefined) return `${ledger}-${number}`;
  }
}
