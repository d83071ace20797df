/** The moved clock of a trial: client calls of the server's time skipping, one case at a time. */
import { ServiceError } from '@temporalio/client';
import type { Client } from '@temporalio/client';
import { msToTs, tsToMs } from '@temporalio/common/lib/time.js';
import proto from '@temporalio/proto';
import { CaseError } from '../domain/errors.ts';
import { caseWorkflowId } from './case.messages.ts';

const { FastForwardPollingResult, WorkflowExecutionStatus } = proto.temporal.api.enums.v1;

/** Skips a case may make in one jump: one an alarm, far more than a case has. The server's own default is about 100. */
const skipLimit = 10_000;

/** The case's clock now in epoch milliseconds, in a trial the moved one; null when its workflow has ended. */
export async function clockOf(client: Client, caseId: string): Promise<number | null> {
  const { workflowExecutionInfo: info, workflowExtendedInfo: extended } =
    await client.workflowService.describeWorkflowExecution({
      namespace: client.options.namespace,
      execution: { workflowId: caseWorkflowId(caseId) },
    });
  if (info?.status !== WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING) return null;
  const moved = extended?.timeSkippingInfo?.currentTime;
  return moved ? tsToMs(moved) : Date.now();
}

/** Moves one case on by so many milliseconds and waits until it is there; a case that ends before or on the way is there too. */
export async function moveClock(client: Client, caseId: string, by: number): Promise<void> {
  if (by <= 0) return;
  try {
    await jump(client, caseId, by);
  } catch (error) {
    // Another case of the family has ended it meanwhile.
    if ((await clockOf(client, caseId)) !== null) throw error;
  }
}

async function jump(client: Client, caseId: string, by: number): Promise<void> {
  const id = crypto.randomUUID();
  const { namespace } = client.options;
  const workflowExecution = { workflowId: caseWorkflowId(caseId) };
  const fastForwardConfig = { id, duration: msToTs(by) };
  await available(() =>
    client.workflowService.updateWorkflowExecutionOptions({
      namespace,
      workflowExecution,
      workflowExecutionOptions: {
        timeSkippingConfig: { enabled: true, fastForwardConfig, maxSessionSkipCount: skipLimit },
      },
      updateMask: { paths: ['time_skipping_config'] },
    }),
  );
  for (;;) {
    const { fastForwardPollingResult: result, failedReason } = await available(() =>
      client.workflowService.pollWorkflowExecutionTimeSkipping({ namespace, workflowExecution, fastForwardId: id }),
    );
    if (result === FastForwardPollingResult.FAST_FORWARD_POLLING_RESULT_FAST_FORWARD_COMPLETED) return;
    if (result === FastForwardPollingResult.FAST_FORWARD_POLLING_RESULT_FAST_FORWARD_FAILED)
      throw new Error(`the clock of ${caseId} stopped moving: ${failedReason}`);
  }
}

/** gRPC status numbers. */
const invalidArgument = 3;
const failedPrecondition = 9;
const unimplemented = 12;

async function available<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    const { code, details } = (error instanceof ServiceError ? error.cause : error) as {
      code?: number;
      details?: string;
    };
    const refused = code === invalidArgument || code === failedPrecondition;
    if (code === unimplemented || (refused && /time.?skipping|update.?mask/i.test(details ?? ''))) {
      throw new CaseError('TIME_SKIPPING_UNAVAILABLE', '所连接的 Temporal 服务端不支持快进时间，无法快进试运行。', {
        server: details ?? '',
      });
    }
    throw error;
  }
}
