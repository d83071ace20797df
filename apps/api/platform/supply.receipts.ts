import { Inject, Injectable } from '@nestjs/common';
import { awaitedNow, batchAccepted } from '../../../database/supply.queries.ts';
import type { Awaited as Arrived } from '../../../database/supply.queries.ts';
import { CaseError } from '../../../domain/errors.ts';
import type { Command } from '../../../engine/command.ts';
import { sendCommand } from '../../../workflows/case.client.ts';
import { Database } from '../database.ts';
import { alone } from '../jobs/alone.ts';
import { JobRunner } from '../jobs/job-runner.ts';
import type { Round } from '../jobs/job-runner.ts';
import { Temporal } from '../temporal.ts';

const pace = 5_000;

/**
 * Tells cases that ask for a source's data that they have come. What a case waits for and what came is all in tables, so that
 * nothing is lost by a stop in between.
 */
@Injectable()
export class SupplyReceipts extends JobRunner {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Temporal) private readonly temporal: Temporal,
  ) {
    super('Supply', 'telling cases of new data', pace);
  }

  protected async round(): Promise<Round> {
    await alone(this.database.pool, 'supply', async () => {
      for (const arrived of await awaitedNow(this.database.statements)) await this.tell(arrived);
    });
    return 'nothing';
  }

  private async tell({ caseId, instance, source, periodFrom, periodTo }: Arrived): Promise<void> {
    const command: Command = {
      id: `supply:${caseId}:${instance}`,
      bodyHash: '',
      actor: null,
      receivedAt: Date.now(),
      kind: 'message',
      name: batchAccepted,
      correlation: { source, periodFrom, periodTo },
    };
    try {
      await this.temporal.within(() => sendCommand(this.temporal.client, caseId, command));
    } catch (error) {
      if (!(error instanceof CaseError) || !isDeaf(error)) throw error;
    }
  }
}

/** It has moved on meanwhile: nobody waits any more. */
const isDeaf = ({ code }: CaseError): boolean =>
  ['NO_RECEIVER', 'CASE_SUSPENDED', 'CASE_ENDED', 'CASE_CLOSED'].includes(code);
