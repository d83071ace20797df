import { Inject, Injectable } from '@nestjs/common';
import { fromPool } from '../../../database/queryable.ts';
import { CaseError } from '../../../domain/errors.ts';
import type { Act } from '../../../engine/command.ts';
import type { Caller } from '../access/caller.ts';
import { ObjectQueries } from '../access/object.queries.ts';
import { CommandService } from '../commands/command.service.ts';
import { Database } from '../database.ts';
import { casesConcerned, noteTold } from './recusal.queries.ts';
import type { Recusal } from './recusal.schema.ts';

/** What a case answers that knows already. */
const known: ReadonlySet<string> = new Set(['ALREADY_RECUSED', 'NOT_RECUSED']);
const side = 4;

interface Telling {
  readonly caller: Caller;
  readonly recusal: Recusal;
  readonly handTo?: string | undefined;
}

/** Tells running cases, one command each; what a case refuses is noted and may be tried again. */
@Injectable()
export class RecusalCases {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(ObjectQueries) private readonly objects: ObjectQueries,
    @Inject(CommandService) private readonly commands: CommandService,
  ) {}

  async stepBack({ caller, recusal, handTo }: Telling): Promise<void> {
    const { personId: user, ground, decidedBy } = recusal;
    const act = { kind: 'recuse', user, ground, ...(handTo ? { to: handTo } : {}) } as const;
    const ids = await casesConcerned(fromPool(this.database.pool), recusal.id);
    await this.tell(ids, { caller, recusal }, { ...act, ...(decidedBy ? { approvedBy: decidedBy } : {}) });
  }

  /** Only those that were told. */
  async comeBack({ caller, recusal }: Telling): Promise<void> {
    const ids = recusal.cases.filter(({ told }) => told).map(({ caseId }) => caseId);
    await this.tell(ids, { caller, recusal }, { kind: 'readmit', user: recusal.personId });
  }

  private async tell(ids: readonly string[], telling: Telling, act: Act): Promise<void> {
    const left = [...ids];
    const work = async (): Promise<void> => {
      for (let caseId = left.shift(); caseId !== undefined; caseId = left.shift()) {
        const outcome = await this.outcomeOf(caseId, telling, act);
        await noteTold(fromPool(this.database.pool), telling.recusal.id, { caseId, ...outcome });
      }
    };
    await Promise.all(Array.from({ length: side }, work));
  }

  private async outcomeOf(
    caseId: string,
    { caller, recusal }: Telling,
    act: Act,
  ): Promise<Omit<Recusal['cases'][number], 'caseId'>> {
    const circle = await this.objects.caseById(caseId, caller);
    if (!circle) return { told: false, code: 'NOT_FOUND', message: null };
    const id = `recusal:${recusal.id}:${act.kind}:${circle.id}`;
    const envelope = { id, bodyHash: JSON.stringify(act), receivedAt: Date.now(), keyed: true, preview: false };
    try {
      await this.commands.send({ caller, case: circle, envelope, act, capacity: { assigns: true } });
      return { told: true, code: null, message: null };
    } catch (error) {
      if (!(error instanceof CaseError)) throw error;
      const { code, message } = error;
      return { told: known.has(code), code, message };
    }
  }
}
