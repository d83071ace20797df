/** How the API and activities reach a case: plain client calls, free of workflow code. */
import {
  ServiceError,
  WithStartWorkflowOperation,
  WorkflowExecutionAlreadyStartedError,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
} from '@temporalio/client';
import type { Client, WorkflowStartOptions } from '@temporalio/client';
import { ApplicationFailure, TypedSearchAttributes } from '@temporalio/common';
import { CaseError } from '../domain/errors.ts';
import { advance } from '../engine/advance.ts';
import type { Command } from '../engine/command.ts';
import { newCase } from '../engine/new-case.ts';
import { engineVersion } from '../engine/version.ts';
import { caseWorkflowId, commandUpdate, taskQueue } from './case.messages.ts';
import type { CaseInput, CommandResult } from './case.messages.ts';
import { caseNumberAttribute, caseStatusAttribute, procedureAttribute } from './search-attributes.ts';

/** Options a case's workflow is started with; its type is the procedure's key. */
export function startOptions(input: CaseInput) {
  return {
    workflowId: caseWorkflowId(input.caseId),
    taskQueue,
    args: [{ ...input, engineVersion }],
    // How long a case stands still when its worker is killed in the middle of a step.
    workflowTaskTimeout: '5s',
    workflowIdReusePolicy: 'REJECT_DUPLICATE',
    workflowIdConflictPolicy: 'USE_EXISTING',
    typedSearchAttributes: new TypedSearchAttributes([
      { key: caseNumberAttribute, value: input.number },
      { key: procedureAttribute, value: procedureOf(input) },
      { key: caseStatusAttribute, value: 'running' },
    ]),
  } satisfies WorkflowStartOptions;
}

export const procedureOf = ({ models, model }: CaseInput): string => models[model]?.key ?? model;

/**
 * Opens a case and answers when its first step is recorded. Repeating it with the same case id and command is harmless.
 * What the rules refuse is refused here, before any workflow exists.
 */
export async function openCase(client: Client, input: CaseInput, command: Command): Promise<CommandResult> {
  advance({ models: input.models, rulebook: input.rulebook }, newCase(input), command, command.receivedAt);
  return reached(client, input.caseId, () =>
    client.workflow.executeUpdateWithStart(commandUpdate('start'), {
      args: [command],
      updateId: updateIdOf(command),
      startWorkflowOperation: new WithStartWorkflowOperation(procedureOf(input), startOptions(input)),
    }),
  );
}

/** Sends one command to a case and answers when its step is recorded. Throws CaseError with the code of the refusal. */
export async function sendCommand(client: Client, caseId: string, command: Command): Promise<CommandResult> {
  return reached(client, caseId, () =>
    client.workflow
      .getHandle(caseWorkflowId(caseId))
      .executeUpdate(commandUpdate(command.kind), { args: [command], updateId: updateIdOf(command) }),
  );
}

/** Ends a case's workflow wherever it stands; one that has ended already stays as it is. */
export async function terminateCase(client: Client, caseId: string, reason: string): Promise<void> {
  try {
    await client.workflow.getHandle(caseWorkflowId(caseId)).terminate(reason);
  } catch (error) {
    if (!(error instanceof WorkflowNotFoundError)) throw refusalOf(error) ?? error;
  }
}

/** The server drops a repeated update by its id; a command id reused with another body must reach the case to be refused. */
const updateIdOf = ({ id, bodyHash }: Command): string => `${id}:${bodyHash}`;

/** How often a command is sent again that was lost with the server's memory. */
const resends = 5;

/**
 * One translation of Temporal's errors: refusals keep their code, absence and overload get one of ours. An update that the
 * server had admitted and lost when it was killed, or that a dying worker left unprocessed, is sent again; the case knows
 * commands by their id.
 */
async function reached<T>(client: Client, caseId: string, call: () => Promise<T>, lost = 0): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (lost < resends && (isUnprocessed(error) || (isNotFound(error) && (await isOpen(client, caseId))))) {
      return reached(client, caseId, call, lost + 1);
    }
    throw refusalOf(error) ?? error;
  }
}

const isNotFound = (error: unknown): boolean => error instanceof WorkflowNotFoundError;

const isFailureOf = (error: unknown, type: string): boolean =>
  error instanceof WorkflowUpdateFailedError && error.cause instanceof ApplicationFailure && error.cause.type === type;

/** The server's own answer to an update that was handed to a worker whose answer does not mention it. */
const isUnprocessed = (error: unknown): boolean => isFailureOf(error, 'UnprocessedUpdate');

/** The server's own answer when the workflow was ended in the middle of the update. */
const isCutOff = (error: unknown): boolean => isFailureOf(error, 'AcceptedUpdateCompletedWorkflow');

async function isOpen(client: Client, caseId: string): Promise<boolean> {
  try {
    const { status } = await client.workflow.getHandle(caseWorkflowId(caseId)).describe();
    return status.name === 'RUNNING';
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return false;
    throw refusalOf(error) ?? error;
  }
}

/** gRPC status numbers. 9: the worker has several times not managed the case's task in time; it goes on when it has. */
const resourceExhausted = 8;
const away = new Set([4, 9, 14]);

function refusalOf(error: unknown): CaseError | null {
  if (isUnprocessed(error)) return unavailable();
  if (isCutOff(error)) return closed();
  if (error instanceof WorkflowUpdateFailedError && error.cause instanceof ApplicationFailure) {
    const { type, message, details } = error.cause;
    return new CaseError(type ?? 'REFUSED', message, (details?.[0] ?? {}) as Record<string, unknown>);
  }
  if (error instanceof WorkflowNotFoundError || error instanceof WorkflowExecutionAlreadyStartedError) {
    return closed();
  }
  const code = statusOf(error);
  if (error instanceof WorkflowUpdateRPCTimeoutOrCancelledError) return unavailable();
  if (code === resourceExhausted) return new CaseError('BUSY', '该案件同时收到的操作过多，请稍后再试。');
  if (code !== undefined && away.has(code)) return unavailable();
  return null;
}

const closed = (): CaseError => new CaseError('CASE_CLOSED', '案件已经办结或撤销，不能再办理。');
const unavailable = (): CaseError => new CaseError('UNAVAILABLE', '流程服务暂时无法连接，请稍后再试。');

function statusOf(error: unknown): number | undefined {
  const cause = error instanceof ServiceError ? error.cause : error;
  return (cause as { code?: number } | undefined)?.code;
}
