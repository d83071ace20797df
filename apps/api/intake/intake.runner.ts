import { Inject, Injectable } from '@nestjs/common';
import type { Variables } from '../../../engine/command.ts';
import { SessionService } from '../auth/session.service.ts';
import { CaseOpening } from '../cases/case.opening.ts';
import type { Envelope } from '../commands/envelope.ts';
import { Database } from '../database.ts';
import { alone } from '../jobs/alone.ts';
import { JobRunner } from '../jobs/job-runner.ts';
import type { Round } from '../jobs/job-runner.ts';
import { refusalOf } from '../problem/refusal.ts';
import { reportDefectOfOurs } from '../problem/report.ts';

interface Waiting {
  readonly intakeId: string;
  readonly number: number;
  readonly title: string;
  readonly startsOn: string;
  readonly variables: Variables;
  readonly definitionKey: string;
  readonly version: number;
  readonly orderedBy: string;
  readonly receivedAt: number;
}

/** Cases side by side. */
const side = 4;

/**
 * Opens what a sheet ordered, a few cases at a time. A row is always the same command, so that one that was on its way when
 * the work was broken off opens the same case and no second one. Only one process does it.
 */
@Injectable()
export class IntakeRunner extends JobRunner {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(CaseOpening) private readonly opening: CaseOpening,
    @Inject(SessionService) private readonly sessions: SessionService,
  ) {
    super('Intake', 'a sheet of cases');
  }

  protected async round(): Promise<Round> {
    if ((await this.next()).length === 0) return 'nothing';
    return (await alone(this.database.pool, 'intake', () => this.openAll())) ? 'done' : 'elsewhere';
  }

  private async openAll(): Promise<void> {
    for (let rows = await this.next(); rows.length > 0 && !this.stopping; rows = await this.next()) {
      const done = await Promise.allSettled(rows.map((row) => this.open(row)));
      await this.close();
      for (const result of done) if (result.status === 'rejected') throw result.reason;
    }
  }

  private next(): Promise<readonly Waiting[]> {
    return this.database.rows<Waiting>(
      `select r.intake_id as "intakeId", r.number, r.title, r.starts_on::text as "startsOn", r.variables,
         i.definition_key as "definitionKey", i.version, i.ordered_by as "orderedBy", i.received_at as "receivedAt"
       from intake_row r join intake i on i.id = r.intake_id
       where r.status = 'pending' order by i.received_at, i.id, r.number limit $1`,
      [side],
    );
  }

  /** Rights are those of the moment at which it is done, receipt that of the order. */
  private async open(row: Waiting): Promise<void> {
    const { definitionKey, version, title, startsOn, variables } = row;
    const caller = await this.sessions.absent(row.orderedBy);
    if (!caller) return this.finish(row, { code: 'ORDERER_GONE', message: '发起人已停用，未立案' });
    try {
      const opening = { definitionKey, version, title, startsOn, variables, trial: false };
      const { id } = await this.opening.open(opening, caller, envelopeOf(row));
      await this.finish(row, { caseId: id });
    } catch (error) {
      const { code, message } = refusalOf(error);
      if (code === 'BUSY' || code === 'UNAVAILABLE') throw error;
      if (code === 'INTERNAL') reportDefectOfOurs(error);
      await this.finish(row, { code, message });
    }
  }

  private async finish(
    { intakeId, number }: Waiting,
    { caseId, code, message }: { readonly caseId?: string; readonly code?: string; readonly message?: string },
  ): Promise<void> {
    await this.database.rows(
      'update intake_row set status = $3, case_id = $4, code = $5, message = $6 where intake_id = $1 and number = $2',
      [intakeId, number, caseId ? 'opened' : 'refused', caseId ?? null, code ?? null, message ?? null],
    );
  }

  private async close(): Promise<void> {
    await this.database.rows(
      `update intake i set finished_at = $1 where i.finished_at is null
         and not exists (select from intake_row r where r.intake_id = i.id and r.status = 'pending')`,
      [new Date()],
    );
  }
}

const envelopeOf = ({ intakeId, number, receivedAt }: Waiting): Envelope => ({
  id: `${intakeId}:${number}`,
  bodyHash: `${intakeId}:${number}`,
  receivedAt,
  keyed: true,
  preview: false,
});
