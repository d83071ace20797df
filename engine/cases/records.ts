import { CaseError } from '../../domain/errors.ts';
import type { Json, RecordInput, RecordRef, Variables } from '../command.ts';
import type { RecordRule } from '../model.ts';
import { own } from '../own.ts';
import type { Step } from '../step.ts';
import { Stuck } from '../stuck.ts';
import type { ActOf } from './apply.ts';

const firstStatus: Readonly<Record<string, string>> = { letter: 'to-be-issued' };

/** Outside a task form: an item is closed with proof, a letter gets its number. */
export function changeRecords(step: Step, { records }: ActOf<'changeRecords'>): void {
  for (const record of records) {
    if (record.id !== undefined && own(own(step.draft.case.ledger, record.ledger) ?? {}, record.id) === undefined) {
      throw new CaseError('UNKNOWN_RECORD', `台账中没有“${record.id}”。`, { ledger: record.ledger, id: record.id });
    }
    if (record.id !== undefined) requireHere(step, { ledger: record.ledger, id: record.id });
  }
  for (const record of records) {
    if (mayWrite(step, record)) writeRecord(step, record, { agency: null, elementId: null });
    else
      throw new CaseError('RECORD_SEALED', `“${record.id}”已经封存，内容不能再改。`, {
        ledger: record.ledger,
        id: record.id,
      });
  }
}

const isSealed = (status: string | undefined): boolean => status === 'sealed' || status?.startsWith('sealed-') === true;

/** What is sealed stays as it was written: only its state goes on, to another sealed one. */
function mayWrite(step: Step, { ledger, id, status, data = {} }: RecordInput): boolean {
  if (id === undefined || !isSealed(own(own(step.draft.case.ledger, ledger) ?? {}, id))) return true;
  return Object.keys(data).length === 0 && (status === undefined || isSealed(status));
}

/** What has gone to another case, or is on its way, is changed there. */
export function requireHere(step: Step, record: RecordRef): void {
  if (!isMoved(step, record)) return;
  throw new CaseError('RECORD_MOVED', `“${record.id}”已经转入或正在转入另一案，请在那里办理。`, { ...record });
}

function isMoved({ draft }: Step, { ledger, id }: RecordRef): boolean {
  const leaving = Object.values(draft.case.expected ?? {}).flatMap(({ records = [] }) => records);
  return (
    own(own(draft.case.ledger, ledger) ?? {}, id) === 'moved' ||
    leaving.some((one) => one.ledger === ledger && one.id === id)
  );
}

/** The step that a record comes from. */
interface Origin {
  readonly agency: string | null;
  readonly elementId: string | null;
}

/** ld:records: elements of the lists become records, `id` and `status` of an element are the record's. Answers the lists with the ids. */
export function writeLists(step: Step, rules: readonly RecordRule[], variables: Variables, from: Origin): Variables {
  const lists: Record<string, Json> = {};
  for (const { ledger, variable } of rules) {
    const value = variables[variable];
    if (!Array.isArray(value)) continue;
    lists[variable] = value.filter(isObject).map((one) => {
      const { id, status, ...data } = one;
      if (typeof id === 'string' && isMoved(step, { ledger, id })) return one;
      const known = {
        ...(typeof id === 'string' && id !== '' ? { id } : {}),
        ...(typeof status === 'string' ? { status } : {}),
      };
      if (!mayWrite(step, { ledger, data, ...known }))
        throw new Stuck(
          'RECORD_SEALED',
          `台账“${ledger}”的“${known.id}”已经封存，内容不能再改`,
          '更正流程，封存的记录只能改状态',
        );
      return { ...one, id: writeRecord(step, { ledger, data, ...known }, from) };
    });
  }
  return lists;
}

const isObject = (value: Json): value is Variables =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The state keeps id and status, the row goes to the ledger. A record without an id is new and gets one. Answers the id. */
export function writeRecord(step: Step, { ledger, id, status, data = {} }: RecordInput, from: Origin): string {
  const { case: current } = step.draft;
  const known = own(current.ledger, ledger) ?? {};
  const recordId = id ?? nextRecordId(ledger, known);
  const now = status ?? own(known, recordId) ?? own(firstStatus, ledger) ?? 'open';
  current.ledger = { ...current.ledger, [ledger]: { ...known, [recordId]: now } };
  step.variablesChanged = true;
  step.records.push({ ledger, id: recordId, status: now, data, ...from, at: step.now });
  const about = from.elementId === null ? {} : { elementId: from.elementId };
  step.journal('record-written', about, { ledger, id: recordId, old: own(known, recordId) ?? null, new: now });
  return recordId;
}

function nextRecordId(ledger: string, known: Readonly<Record<string, string>>): string {
  for (let number = Object.keys(known).length + 1; ; number += 1) {
    if (known[`${ledger}-${number}`] === undefined) return `${ledger}-${number}`;
  }
}
