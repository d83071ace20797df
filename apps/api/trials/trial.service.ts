import { Inject, Injectable } from '@nestjs/common';
import { CaseError } from '../../../domain/errors.ts';
import { isoOf } from '../../../domain/instant.ts';
import type { Caller } from '../access/caller.ts';
import type { CaseObject } from '../access/object.queries.ts';
import { summaryOf } from '../cases/case.row.ts';
import { caseIdOf } from '../cases/case.opening.ts';
import type { Opening as CaseOpening } from '../cases/case.opening.ts';
import { CaseService } from '../cases/case.service.ts';
import type { ChangedCase } from '../cases/case.schema.ts';
import type { Envelope } from '../commands/envelope.ts';
import { DrawnProcedures } from './drawn.ts';
import type { Drawn } from './drawn.ts';
import { TrialQueries } from './trial.queries.ts';
import type { Opening, TrialColumns } from './trial.queries.ts';
import { TrialRemoval } from './trial.removal.ts';
import type { OpenTrial, Removed, Reset, Trial, TrialList, TrialQuery } from './trial.schema.ts';

interface Asked {
  readonly caller: Caller;
  readonly envelope: Envelope;
}

/** Trial runs on the real server: opened, opened again, listed, removed. */
@Injectable()
export class TrialService {
  constructor(
    @Inject(CaseService) private readonly cases: CaseService,
    @Inject(TrialQueries) private readonly queries: TrialQueries,
    @Inject(TrialRemoval) private readonly removal: TrialRemoval,
    @Inject(DrawnProcedures) private readonly drawn: DrawnProcedures,
  ) {}

  async open({ startEvent, ...trial }: OpenTrial, caller: Caller, envelope: Envelope): Promise<ChangedCase> {
    const drawn = trial.draft === true ? await this.drawn.of(caller.user, trial.definitionKey) : null;
    const opened = await this.opened({ ...trial, startEventId: startEvent, trial: true }, drawn, { caller, envelope });
    const { reason: _, ...opening } = { ...trial, ...(drawn ? {} : { version: opened.version }) };
    const started: Opening = startEvent === undefined ? opening : { ...opening, startEvent };
    await this.queries.begun(opened.id, caller.user, started);
    return opened;
  }

  /** What is drawn is kept first, so that no trial is without its picture. */
  private async opened(opening: CaseOpening, drawn: Drawn | null, { caller, envelope }: Asked): Promise<ChangedCase> {
    if (!drawn) return this.cases.open(opening, caller, envelope);
    const caseId = caseIdOf(envelope);
    await this.drawn.keep(caseId, drawn);
    try {
      return await this.cases.open({ ...opening, drawn: drawn.model }, caller, envelope);
    } catch (error) {
      await this.drawn.drop(caseId);
      throw error;
    }
  }

  async list(caller: Caller, query: TrialQuery): Promise<TrialList> {
    const { rows, ...page } = await this.queries.list(caller, query);
    return { ...page, items: rows.map((row) => this.shown(row, caller)) };
  }

  /** The same start once more, on the same version or another, of a draft as it is by now; the old trial goes once the new one is there. */
  async reset(
    { family }: CaseObject,
    { version, keep, reason }: Reset,
    { caller, envelope }: Asked,
  ): Promise<ChangedCase> {
    const opening = (await this.queries.openingOf(family))?.opening;
    if (!opening) throw new CaseError('NOT_RESETTABLE', '这个试运行是由消息或信号启动的，不能重新开始');
    const again = {
      ...opening,
      ...(version === undefined ? {} : { version, draft: false }),
      ...(reason ? { reason } : {}),
    };
    const opened = await this.open(again, caller, envelope);
    if (keep !== true && opened.id !== family) await this.removal.remove(family, caller.user);
    return opened;
  }

  async remove({ family }: CaseObject, caller: Caller): Promise<Removed> {
    return { removed: [...(await this.removal.remove(family, caller.user))] };
  }

  private shown(row: TrialColumns, caller: Caller): Trial {
    const { begunAt, touchedAt, acts, mayReset, openTasks, clock } = row;
    const removedOn = this.removal.removedOn(touchedAt);
    return {
      ...summaryOf(row, caller),
      now: isoOf(clock),
      begunAt: isoOf(begunAt),
      touchedAt: isoOf(touchedAt),
      removedOn: removedOn === null ? null : isoOf(removedOn).slice(0, 10),
      acts,
      mayReset,
      openTasks: [...openTasks],
    };
  }
}
