import { CaseError } from '../../domain/errors.ts';
import type { Act, CommandKind } from '../command.ts';
import { refuseRecused } from '../people/recused.ts';
import type { Step } from '../step.ts';

/** Answers of effects: they come whether the case is suspended or over. */
const deliveries = new Set<CommandKind>([
  'modelResolved',
  'modelMissing',
  'serviceDone',
  'serviceFailed',
  'childOpened',
  'childEnded',
  'childRefused',
  'childEscalated',
  'caseLinked',
  'caseAbsorbed',
  'mergeRefused',
  'splitOpened',
  'splitRefused',
]);

/** What goes on while a case is suspended: its statutory clocks, its calendar, an operator's corrections, its end. */
const whileSuspended = new Set<CommandKind>([
  'resumeCase',
  'cancelCase',
  'tick',
  'rulebookChanged',
  'correctStartDay',
  'setVariables',
  'migrate',
  'commentTask',
  'addNote',
  'linkCase',
  'unlinkCase',
  'mergeInto',
  'changeRecords',
  'replacePerson',
  'succeed',
  'recuse',
  'readmit',
  'copyCase',
  'readCopy',
  'recallCopy',
]);

/** Refuses what the case's status does not allow, and who has stepped back. `held`: a delivery that is kept until the case goes on. */
export function admit(step: Step, { kind }: Act = step.command): 'admitted' | 'held' {
  refuseRecused(step);
  const { status } = step.draft.case;
  if (status === 'new') {
    if (kind !== 'start') throw new CaseError('CASE_NOT_STARTED', '案件尚未启动。');
  } else if (kind === 'start') throw new CaseError('CASE_STARTED', '案件已经启动，不能重复启动。');
  const { actor } = step.command;
  const isDelivery = deliveries.has(kind) || (actor === null && (kind === 'message' || kind === 'signal'));
  if (status === 'suspended' && isDelivery) return 'held';
  if (status === 'suspended' && !whileSuspended.has(kind)) {
    throw new CaseError('CASE_SUSPENDED', '案件已中止，请先恢复案件再办理。');
  }
  const over = status === 'completed' || status === 'cancelled';
  if (over && !deliveries.has(kind) && kind !== 'tick' && kind !== 'changeRecords') {
    throw new CaseError('CASE_ENDED', '案件已经办结或撤销，不能再办理。');
  }
  return 'admitted';
}
