import { Inject, Injectable } from '@nestjs/common';
import type { Queryable } from '../../../database/queryable.ts';
import type { CivilDate } from '../../../domain/time.ts';
import { Database } from '../database.ts';
import { today, versionColumns } from './definition.queries.ts';
import type { DefinitionKind, DefinitionRow } from './definition.queries.ts';

export interface CountedRow extends DefinitionRow {
  readonly cases: { readonly open: number; readonly ended: number; readonly trials: number };
}

/** What happens to a version after it was published. */
export type VersionChange =
  | { readonly action: 'withdrawn' | 'reinstated' }
  | { readonly action: 'rescheduled'; readonly validFrom: CivilDate };

export interface Changing {
  readonly kind: DefinitionKind;
  readonly key: string;
  readonly version: number;
  readonly by: string;
  readonly reason: string | undefined;
  readonly change: VersionChange;
}

interface TrailRow {
  readonly version: number;
  readonly action: 'published' | VersionChange['action'];
  readonly by: string | null;
  readonly at: number;
  readonly data: Record<string, unknown>;
  readonly reason: string | null;
}

const tables: Readonly<Record<DefinitionKind, string>> = { process: 'definition', decision: 'decision' };

@Injectable()
export class VersionQueries {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** Newest first. */
  versions(key: string): Promise<readonly CountedRow[]> {
    return this.database.rows<CountedRow>(
      `select ${versionColumns}, jsonb_build_object('open', coalesce(c.open, 0), 'ended', coalesce(c.ended, 0),
         'trials', coalesce(c.trials, 0)) as cases
       from published d left join (
         select version, count(*) filter (where not trial and status not in ('completed', 'cancelled')) as open,
           count(*) filter (where not trial and status in ('completed', 'cancelled')) as ended,
           count(*) filter (where trial and status not in ('completed', 'cancelled')) as trials
         from case_view where definition_key = $2 group by version) c on c.version = d.version
       where d.key = $2 order by d.version desc`,
      [today(), key],
    );
  }

  trail(key: string): Promise<readonly TrailRow[]> {
    return this.database.rows<TrailRow>(
      `select version, action, person_id as by, at, data, reason from definition_trail
       where key = $1 order by at desc, version desc, position desc`,
      [key],
    );
  }

  /** Changes when a version rules, and remembers who did it; false when it is not as `judged` saw it any more. */
  change(changing: Changing, judged: Pick<DefinitionRow, 'validFrom' | 'withdrawnAt'>): Promise<boolean> {
    return this.database.transaction(async (statements) => {
      const changed = await update(statements, changing, judged);
      if (changed) await remember(statements, changing, judged.validFrom);
      return changed;
    });
  }
}

async function update(
  statements: Queryable,
  { kind, key, version, by, change }: Changing,
  judged: Pick<DefinitionRow, 'validFrom' | 'withdrawnAt'>,
): Promise<boolean> {
  const withdrawn = change.action === 'withdrawn';
  const validFrom = change.action === 'rescheduled' ? change.validFrom : judged.validFrom;
  const rows = await statements.query<unknown[]>(
    `update ${tables[kind]} set withdrawn_at = $3, withdrawn_by = $4, valid_from = $5
     where key = $1 and version = $2 and valid_from = $6 and (withdrawn_at is null) = $7 returning version`,
    [
      key,
      version,
      withdrawn ? new Date() : null,
      withdrawn ? by : null,
      validFrom,
      judged.validFrom,
      judged.withdrawnAt === null,
    ],
  );
  return rows.length > 0;
}

async function remember(
  statements: Queryable,
  { key, version, by, reason, change }: Changing,
  before: CivilDate,
): Promise<void> {
  const { action } = change;
  const data = action === 'rescheduled' ? { old: before, new: change.validFrom } : {};
  await statements.query(
    `insert into definition_trail (key, version, position, action, person_id, at, data, reason)
     select $1, $2, max(position) + 1, $3, $4, $5, $6, $7 from definition_trail where key = $1 and version = $2`,
    [key, version, action, by, new Date(), JSON.stringify(data), reason ?? null],
  );
}
