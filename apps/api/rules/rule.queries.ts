import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../database.ts';
import type { RuleChanges } from './rule.changes.ts';
import type { RuleChange } from './rule.schema.ts';

export interface RuleSetRow {
  readonly version: number;
  readonly by: string | null;
  readonly at: number;
  readonly reason: string | null;
  readonly changes: readonly RuleChange[];
}

/** Periods and ladders: one row a version, never changed. */
@Injectable()
export class RuleQueries {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** Two at once do not overwrite each other: false for the second. */
  async insert(
    version: number,
    { periods, ladders, taken, changes }: RuleChanges,
    { by, reason }: { readonly by: string; readonly reason: string | undefined },
  ): Promise<boolean> {
    const rows = await this.database.rows(
      `insert into rule_set (version, periods, ladders, taken, changes, changed_by, changed_at, reason)
       values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing returning version`,
      [
        version,
        ...[periods, ladders, taken, changes].map((part) => JSON.stringify(part)),
        by,
        new Date(),
        reason ?? null,
      ],
    );
    return rows.length > 0;
  }

  /** Versions that changed it, and the first one, newest first. */
  history(kind: RuleChange['kind'], key: string): Promise<readonly RuleSetRow[]> {
    return this.database.rows<RuleSetRow>(
      `select version, changed_by as by, changed_at as at, reason, changes from rule_set
       where version = 1 or changes @> $1::jsonb order by version desc`,
      [JSON.stringify([{ kind, key }])],
    );
  }
}
