import { Inject, Injectable, Logger } from '@nestjs/common';
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import { fromPool } from '../../../database/queryable.ts';
import { loadRulebook } from '../../../database/rulebook.queries.ts';
import { CaseError } from '../../../domain/errors.ts';
import type { Rulebook } from '../../../engine/command.ts';
import { sendCommand } from '../../../workflows/case.client.ts';
import { Database } from '../database.ts';
import { Temporal } from '../temporal.ts';
import { CalendarQueries } from './calendar.queries.ts';

/** The first rules of a database came with it: there is nothing to roll out. */
const firstVersion = 2;
/** Ended between the query and the command: nothing to re-plan. */
const over: ReadonlySet<string> = new Set(['CASE_CLOSED', 'CASE_ENDED', 'CASE_NOT_STARTED']);

/**
 * Takes new rules to every open case, a few at a time. What a case has received stands in its journal under the
 * roll-out's command id, so that a broken-off roll-out goes on where it was when the API starts again.
 */
@Injectable()
export class RollOut implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger('RollOut');
  private running: Promise<void> = Promise.resolve();
  private stopping = false;

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Temporal) private readonly temporal: Temporal,
    @Inject(CalendarQueries) private readonly queries: CalendarQueries,
  ) {}

  onApplicationBootstrap(): void {
    this.begin();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    await this.running;
  }

  /** Begins in the background, after the one before; an outage ends it until the next notice or start. */
  begin(): void {
    this.running = this.running
      .then(() => this.toAll())
      .catch((error: unknown) => this.log.warn(`rules not yet with every case: ${String(error)}`));
  }

  private async toAll(): Promise<void> {
    const rulebook = await this.newest();
    if (!rulebook || rulebook.version <= firstVersion) return;
    const id = `rulebook:${rulebook.version}`;
    const done = new Set<string>();
    for (;;) {
      const cases = (await this.queries.unreached(id)).filter((caseId) => !done.has(caseId));
      if (cases.length === 0 || this.stopping) return;
      for (const caseId of cases) {
        if (this.stopping) return;
        await this.toOne(caseId, id, rulebook);
        done.add(caseId);
      }
    }
  }

  private async newest(): Promise<Rulebook | null> {
    try {
      return await loadRulebook(fromPool(this.database.pool));
    } catch (error) {
      if (error instanceof CaseError && error.code === 'NO_RULEBOOK') return null;
      throw error;
    }
  }

  private async toOne(caseId: string, id: string, rulebook: Rulebook): Promise<void> {
    const command = {
      id,
      bodyHash: '',
      actor: null,
      receivedAt: Date.now(),
      kind: 'rulebookChanged',
      rulebook,
    } as const;
    try {
      await sendCommand(this.temporal.client, caseId, command);
    } catch (error) {
      if (!(error instanceof CaseError && over.has(error.code))) throw error;
    }
  }
}
