import { Inject, Injectable } from '@nestjs/common';
import { tellUnowned } from '../../../database/ended-unit.queries.ts';
import type { Queryable } from '../../../database/queryable.ts';
import { refusal } from '../../../domain/registry.ts';
import type { Cadre, Registry, Unit } from '../../../domain/registry.ts';
import { Database } from '../database.ts';
import { readRegistry } from './registry.reading.ts';
import { differencesOf } from './registry.differences.ts';
import type { Difference } from './registry.differences.ts';
import { writeChanges, writeCadres, writeUnits } from './registry.writing.ts';

/** Who changes the registry, and why. */
export interface Change {
  readonly act: string;
  readonly by: string;
  readonly reason: string;
  readonly importId?: string;
  /** Only tells what would change. */
  readonly preview: boolean;
}

/** Two writers wait for each other: every rule is judged against the whole registry as it will be. */
const lock = 7_305_202;

/** The registry as one value: a rule makes the next one, what differs is written, each object with its trace. */
@Injectable()
export class RegistryStore {
  constructor(@Inject(Database) private readonly database: Database) {}

  read(): Promise<Registry> {
    return this.database.transaction(readRegistry);
  }

  change(change: Change, rule: (registry: Registry) => Registry): Promise<readonly Difference[]> {
    return this.database.transaction(async (db) => {
      await db.query('select pg_advisory_xact_lock($1)', [lock]);
      const before = await readRegistry(db);
      const after = rule(before);
      const differences = differencesOf(before, after);
      if (change.preview || differences.length === 0) return differences;
      await this.write(db, after, differences);
      await writeChanges(db, differences, change, new Date());
      await this.tellOfEnds(db, before, changed('unit', after.units, differences));
      return differences;
    });
  }

  private async write(db: Queryable, after: Registry, differences: readonly Difference[]): Promise<void> {
    const cadres = changed('cadre', after.cadres, differences);
    await refuseUnknownAccounts(db, cadres);
    await writeUnits(db, changed('unit', after.units, differences));
    await writeCadres(db, cadres);
  }

  /** However a unit was ended, by hand or by a sheet: what is left to nobody does not wait to be found. */
  private async tellOfEnds(db: Queryable, before: Registry, units: readonly Unit[]): Promise<void> {
    for (const { id, until, successor, terms } of units) {
      if (until === null || before.units.get(id)?.until === until) continue;
      await tellUnowned(db, { id, name: terms.at(-1)?.name ?? id, until, successor }, new Date());
    }
  }
}

const changed = <Value>(
  object: Difference['object'],
  all: ReadonlyMap<string, Value>,
  differences: readonly Difference[],
): Value[] => differences.flatMap((one) => (one.object === object ? (all.get(one.id) ?? []) : []));

async function refuseUnknownAccounts(db: Queryable, cadres: readonly Cadre[]): Promise<void> {
  const accounts = cadres.flatMap(({ account }) => account ?? []);
  if (accounts.length === 0) return;
  const known = await db.query<{ id: string }[]>('select id from person where id = any($1)', [accounts]);
  const unknown = accounts.find((account) => !known.some(({ id }) => id === account));
  if (unknown !== undefined) throw refusal('UNKNOWN_ACCOUNT', `没有账号“${unknown}”`, 'account');
}
