import { tick } from '../alarms/tick.ts';
import { addNote } from '../aside/add-note.ts';
import { addTask } from '../aside/add-task.ts';
import { cancelTask } from '../aside/cancel-task.ts';
import { CaseError } from '../../domain/errors.ts';
import type { Act, CommandKind } from '../command.ts';
import { correct } from '../corrections/correct.ts';
import { absorbCase, caseAbsorbed, mergeRefused } from '../links/absorb.ts';
import { caseLinked, linkCase, unlinkCase } from '../links/links.ts';
import { mergeInto } from '../links/merge-into.ts';
import { splitCase, splitOpened, splitRefused } from '../links/split.ts';
import { migrate } from '../migration/migrate.ts';
import { own } from '../own.ts';
import type { Step } from '../step.ts';
import { claimTask, unclaimTask } from '../tasks/claim.ts';
import { commentTask } from '../tasks/comment.ts';
import { completeTask } from '../tasks/complete-task.ts';
import { extendTask } from '../tasks/extend.ts';
import { delegateTask, transferTask } from '../tasks/hand-over.ts';
import { remindTask } from '../tasks/remind.ts';
import { rejectTask, returnTask } from '../tasks/return.ts';
import { addSigner, removeSigner } from '../tasks/signers.ts';
import { resumeTask, suspendTask } from '../tasks/suspend.ts';
import { withdrawTask } from '../tasks/withdraw.ts';
import { copyCase, readCopy, recallCopy } from '../people/copies.ts';
import { readmit, recuse } from '../people/recuse.ts';
import { replacePerson } from '../people/replace-person.ts';
import { succeed } from '../people/succeed.ts';
import { cancelCase } from './cancel-case.ts';
import { childEnded, childEscalated, childOpened, childRefused } from './child-deliveries.ts';
import { message } from './message.ts';
import { modelMissing, modelResolved } from './model-deliveries.ts';
import { changeRecords } from './records.ts';
import { retryIncident } from './retry-incident.ts';
import { rulebookChanged } from './rulebook-changed.ts';
import { serviceDone, serviceFailed } from './service-deliveries.ts';
import { signal } from './signal.ts';
import { start } from './start.ts';
import { resumeCase, suspendCase } from './suspend-case.ts';

export type ActOf<Kind extends CommandKind> = Act & { readonly kind: Kind };
/** `several` is taken apart before: see advance.ts. */
type Handlers = { readonly [Kind in Exclude<CommandKind, 'several'>]: (step: Step, act: ActOf<Kind>) => void };

const handlers: Handlers = {
  start,
  completeTask,
  claimTask,
  unclaimTask,
  suspendTask,
  resumeTask,
  remindTask,
  withdrawTask,
  transferTask,
  delegateTask,
  returnTask,
  rejectTask,
  addSigner,
  removeSigner,
  extendTask,
  commentTask,
  addTask,
  cancelTask,
  addNote,
  suspendCase,
  resumeCase,
  cancelCase,
  message,
  signal,
  setVariables: correct,
  correctCase: correct,
  retryIncident,
  correctStartDay: correct,
  changeRecords,
  linkCase,
  unlinkCase,
  caseLinked,
  absorbCase,
  mergeInto,
  caseAbsorbed,
  mergeRefused,
  splitCase,
  splitOpened,
  splitRefused,
  migrate,
  replacePerson,
  succeed,
  recuse,
  readmit,
  copyCase,
  readCopy,
  recallCopy,
  tick,
  rulebookChanged,
  modelResolved,
  modelMissing,
  serviceDone,
  serviceFailed,
  childOpened,
  childEnded,
  childEscalated,
  childRefused,
};

/** One command changes the draft; tokens that it set free have not moved yet. */
export function apply(step: Step, act: Act = step.command): void {
  const handler = own(handlers as Readonly<Record<string, unknown>>, act.kind) as
    | ((step: Step, act: Act) => void)
    | undefined;
  if (!handler) throw new CaseError('NOT_SUPPORTED', '未知的操作。', { kind: String(act.kind) });
  handler(step, act);
}
