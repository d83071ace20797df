import { Inject, Injectable } from '@nestjs/common';
import { fromPool } from '../../../database/queryable.ts';
import { loadRulebook } from '../../../database/rulebook.queries.ts';
import { CaseError } from '../../../domain/errors.ts';
import { isoOf } from '../../../domain/instant.ts';
import type { Rulebook } from '../../../engine/command.ts';
import type { Caller } from '../access/caller.ts';
import { CalendarQueries } from '../calendars/calendar.queries.ts';
import { RollOut } from '../calendars/roll-out.ts';
import { Database } from '../database.ts';
import type { WhatIfPage } from '../what-if/what-if.schema.ts';
import { WhatIfService } from '../what-if/what-if.service.ts';
import { changedRules, rulebookWith } from './rule.changes.ts';
import type { Wanted } from './rule.changes.ts';
import { RuleQueries } from './rule.queries.ts';
import type * as schema from './rule.schema.ts';

interface Order extends Wanted {
  readonly page: WhatIfPage;
  readonly reason: string | undefined;
  readonly dryRun: boolean;
  readonly caller: Caller;
}

/** Periods and ladders as data: a change is a new version of the rules, and reaches every open case. */
@Injectable()
export class RuleService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(RuleQueries) private readonly queries: RuleQueries,
    @Inject(CalendarQueries) private readonly calendars: CalendarQueries,
    @Inject(WhatIfService) private readonly whatIf: WhatIfService,
    @Inject(RollOut) private readonly rollOut: RollOut,
  ) {}

  async periods(): Promise<schema.PeriodList> {
    const { rules = 1, periods } = await this.inForce();
    return listOf(rules, Object.values(periods)) as schema.PeriodList;
  }

  async ladders(): Promise<schema.LadderList> {
    const { rules = 1, ladders } = await this.inForce();
    return listOf(rules, Object.values(ladders)) as schema.LadderList;
  }

  async period(key: string): Promise<schema.PeriodHistory> {
    const { periods } = await this.inForce();
    return { ...found(periods, key, '期限'), history: await this.history('period', key) } as schema.PeriodHistory;
  }

  async ladder(key: string): Promise<schema.LadderHistory> {
    const { ladders } = await this.inForce();
    return { ...found(ladders, key, '督办阶梯'), history: await this.history('ladder', key) } as schema.LadderHistory;
  }

  async change({ page, reason, dryRun, caller, ...wanted }: Order): Promise<schema.ChangedRules> {
    const inForce = await this.inForce();
    const changed = changedRules(inForce, wanted);
    const { changes } = changed;
    const version = (inForce.rules ?? 1) + (changes.length > 0 ? 1 : 0);
    const answer = { dryRun, version, changes: [...changes], cases: await this.calendars.openCases() };
    if (dryRun) {
      const rules = () => rulebookWith(inForce, changed);
      return { ...answer, effect: await this.whatIf.effectOf({ rules }, page, caller) };
    }
    if (changes.length === 0) return { ...answer, effect: null };
    if (!(await this.queries.insert(version, changed, { by: caller.user, reason })))
      throw new CaseError('CONFLICT', '规则刚刚被他人更改，请刷新后再试');
    this.rollOut.begin();
    return { ...answer, effect: null };
  }

  private inForce(): Promise<Rulebook> {
    return loadRulebook(fromPool(this.database.pool));
  }

  private async history(kind: schema.RuleChange['kind'], key: string): Promise<schema.PeriodHistory['history']> {
    const rows = await this.queries.history(kind, key);
    return rows.map(({ version, by, at, reason, changes }) => ({
      version,
      by,
      at: isoOf(at),
      reason,
      change: changes.find((one) => one.kind === kind && one.key === key) ?? null,
    }));
  }
}

function listOf<Row extends { readonly key: string }>(version: number, rows: readonly Row[]) {
  const items = rows.toSorted((one, other) => (one.key < other.key ? -1 : 1));
  return { version, items, nextCursor: null, total: items.length };
}

function found<Row>(rows: Readonly<Record<string, Row>>, key: string, what: string): Row {
  const row = Object.hasOwn(rows, key) ? rows[key] : undefined;
  if (!row) throw new CaseError('NOT_FOUND', `没有${what}“${key}”`);
  return row;
}
