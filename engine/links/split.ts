import { CaseError } from '../../domain/errors.ts';
import { civilDateOf } from '../../domain/civil-date.ts';
import { lookAtEnd } from '../aside/hold-end.ts';
import type { ActOf } from '../cases/apply.ts';
import { ignore } from '../cases/deliveries.ts';
import { requireHere, writeRecord } from '../cases/records.ts';
import type { RecordRef, Variables } from '../command.ts';
import { own } from '../own.ts';
import type { Step } from '../step.ts';
import { arrived } from './absorb.ts';
import { putLink } from './links.ts';

/** 分案: part of the matter goes on as a case of its own, with records and variables that are chosen. */
export function splitCase(step: Step, act: ActOf<'splitCase'>): void {
  const { key, version, title, startsOn, startEventId, records = [], attachments = [] } = act;
  const { case: current, before } = step.draft;
  for (const record of records) requireKnown(step, record);
  const childId = `${current.caseId}-${step.draft.nextId('s')}`;
  current.expected = { ...current.expected, [childId]: { for: 'split', seq: before.seq + 1, records } };
  step.effect({
    kind: 'openSplit',
    childId,
    key,
    ...(version === undefined ? {} : { version }),
    title,
    startsOn: startsOn ?? civilDateOf(step.now),
    ...(startEventId === undefined ? {} : { startEventId }),
    variables: { ...chosen(step, act.variables ?? []), ...act.values },
    records,
    attachments,
    by: step.command.actor,
  });
  step.journal('split-asked', {}, { caseId: childId, key, title, records: records.length });
}

function requireKnown(step: Step, record: RecordRef): void {
  const { ledger, id } = record;
  if (own(own(step.draft.case.ledger, ledger) ?? {}, id) === undefined) {
    throw new CaseError('UNKNOWN_RECORD', `本案台账中没有“${id}”。`, { ledger, id });
  }
  requireHere(step, record);
}

function chosen({ draft }: Step, names: readonly string[]): Variables {
  const variables = draft.instances.find(draft.case.root ?? '')?.variables ?? {};
  const unknown = names.filter((name) => !Object.hasOwn(variables, name));
  if (unknown.length > 0) {
    throw new CaseError('UNKNOWN_VARIABLE', `案件没有数据${unknown.map((name) => `“${name}”`).join('、')}。`, {
      names: unknown,
    });
  }
  return Object.fromEntries(names.map((name) => [name, variables[name] ?? null]));
}

/** The new case is there: what went with it is moved. */
export function splitOpened(step: Step, { caseId, number }: ActOf<'splitOpened'>): void {
  const expected = own(step.draft.case.expected ?? {}, caseId);
  if (!expected || !arrived(step, caseId)) return ignore(step, caseId);
  for (const { ledger, id } of expected.records ?? []) {
    const was = own(own(step.draft.case.ledger, ledger) ?? {}, id) ?? 'open';
    const data = { movedTo: number, was };
    writeRecord(step, { ledger, id, status: 'moved', data }, { agency: null, elementId: null });
  }
  putLink(step, { caseId, number, link: 'split-into' });
  step.journal('case-split', {}, { caseId, number });
  lookAtEnd(step);
}

export function splitRefused(step: Step, { caseId, code, message }: ActOf<'splitRefused'>): void {
  if (!arrived(step, caseId)) return ignore(step, caseId);
  step.journal('split-refused', {}, { caseId, code, message });
  lookAtEnd(step);
}
