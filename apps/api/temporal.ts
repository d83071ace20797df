import { Inject, Injectable } from '@nestjs/common';
import type { OnApplicationShutdown } from '@nestjs/common';
import { Client, Connection, defaultGrpcRetryOptions, makeGrpcRetryInterceptor } from '@temporalio/client';
import proto from '@temporalio/proto';
import { createDataConverter } from '../../codec/data-converter.ts';
import { ensureKeys } from '../../codec/keys.ts';
import { settingsToken } from './settings.ts';
import type { Settings } from './settings.ts';

/** A hiccup passes unseen; an outage or a full server is told to the caller within two seconds. */
const briefRetries = makeGrpcRetryInterceptor(
  defaultGrpcRetryOptions({ maxAttempts: 4, initialIntervalMs: () => 100 }),
);

/** The connection to Temporal: made at the first call, so that the API starts and answers 503 while Temporal is away. */
@Injectable()
export class Temporal implements OnApplicationShutdown {
  readonly connection: Connection;
  readonly client: Client;

  constructor(@Inject(settingsToken) private readonly settings: Settings) {
    this.connection = Connection.lazy({
      address: settings.temporalAddress,
      connectTimeout: '5s',
      interceptors: [briefRetries],
    });
    this.client = new Client({
      connection: this.connection,
      namespace: settings.temporalNamespace,
      dataConverter: createDataConverter(ensureKeys(settings.keys)),
    });
  }

  /** A call that waits for a case: with no worker there it is told after half a minute instead of never. */
  within<Result>(call: () => Promise<Result>): Promise<Result> {
    return this.connection.withDeadline(Date.now() + 30_000, call);
  }

  /** Workers that asked this task queue for work in the last minutes. */
  async pollersOf(name: string): Promise<number> {
    const { pollers } = await this.connection.withDeadline(Date.now() + 5_000, () =>
      this.connection.workflowService.describeTaskQueue({
        namespace: this.settings.temporalNamespace,
        taskQueue: { name },
        taskQueueType: proto.temporal.api.enums.v1.TaskQueueType.TASK_QUEUE_TYPE_WORKFLOW,
      }),
    );
    return pollers?.length ?? 0;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.connection.close();
  }
}
