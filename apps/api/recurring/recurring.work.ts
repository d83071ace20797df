import { Inject, Injectable } from '@nestjs/common';
import type { Caller } from '../access/caller.ts';
import { Database } from '../database.ts';
import { EcologyService } from '../platform/ecology.service.ts';
import { RuleService } from '../platform/rule.service.ts';
import { liveRules } from './live-rules.ts';
import type { RecurringProcedure } from './recurring.store.ts';

/** What a piece of work came to, counted. */
export type WorkResult = Readonly<Record<string, number>>;

/** Work that is no case, done in its owner's name. Done again it scores nobody twice and raises no doubt twice. */
@Injectable()
export class RecurringWork {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(EcologyService) private readonly ecology: EcologyService,
    @Inject(RuleService) private readonly rules: RuleService,
  ) {}

  async do(
    { work, subject, cycle }: Pick<RecurringProcedure, 'work' | 'subject' | 'cycle'>,
    { period, source }: { readonly period: string; readonly source: string | null },
    owner: Caller,
  ): Promise<WorkResult> {
    if (work === 'ecology') {
      const { scored, known, withoutData } = await this.ecology.score({ period }, owner);
      return { scored, known, withoutData };
    }
    const keys = await this.rulesOn({ subject, cycle, source });
    const result = { rules: keys.length, judged: 0, raised: 0, known: 0 };
    for (const key of keys) {
      const { judged, raised, known } = await this.rules.run(key, { period }, owner);
      result.judged += judged;
      result.raised += raised;
      result.known += known;
    }
    return result;
  }

  /** Rules over indicators of the cycle's periods; of a batch those that its source feeds. */
  private async rulesOn(of: {
    readonly subject: string | null;
    readonly cycle: string;
    readonly source: string | null;
  }) {
    const rows = await this.database.rows<{ key: string }>(
      `select r.key from ${liveRules} r where r.period = $1 and ($2::text is null or r.key = $2)
         and ($3::text is null or $3 = any(r.sources)) order by r.key`,
      [of.cycle, of.subject, of.source],
    );
    return rows.map(({ key }) => key);
  }
}
