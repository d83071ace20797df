import { Inject, Injectable } from '@nestjs/common';
import { civilDate } from '../../../domain/civil-date.ts';
import { CaseError } from '../../../domain/errors.ts';
import { isoOf } from '../../../domain/instant.ts';
import { mayPublish, overseesAll } from '../../../domain/access.ts';
import type { CivilDate } from '../../../domain/time.ts';
import type { Caller } from '../access/caller.ts';
import type { Envelope } from '../commands/envelope.ts';
import { today } from './definition.queries.ts';
import { summaryOf } from './definition.service.ts';
import type { VersionParameters } from './definition.schema.ts';
import { VersionQueries } from './version.queries.ts';
import type { CountedRow, VersionChange } from './version.queries.ts';
import type { ChangedVersion, DefinitionTrail, VersionList } from './version.schema.ts';

interface Order {
  readonly of: VersionParameters;
  readonly caller: Caller;
  readonly envelope: Envelope;
  readonly reason: string | undefined;
}

/** When versions rule: new cases take the one in force, running cases stay on theirs. */
@Injectable()
export class VersionService {
  constructor(@Inject(VersionQueries) private readonly queries: VersionQueries) {}

  async list(key: string, caller: Caller): Promise<VersionList> {
    return listOf(await this.known(key), mayCount(caller));
  }

  async trail(key: string): Promise<DefinitionTrail> {
    await this.known(key);
    const rows = await this.queries.trail(key);
    return { items: rows.map((row) => ({ ...row, at: isoOf(row.at) })), nextCursor: null, total: rows.length };
  }

  withdraw(order: Order): Promise<ChangedVersion> {
    return this.change(order, { action: 'withdrawn' }, ({ state }) => {
      if (state === 'withdrawn') throw new CaseError('ALREADY_WITHDRAWN', '该版本已经停用');
    });
  }

  reinstate(order: Order): Promise<ChangedVersion> {
    return this.change(order, { action: 'reinstated' }, ({ state }) => {
      if (state !== 'withdrawn') throw new CaseError('NOT_WITHDRAWN', '该版本没有停用，无需恢复');
    });
  }

  /** Only ahead: what has ruled once cannot have ruled from another day. */
  reschedule(order: Order, validFrom: CivilDate): Promise<ChangedVersion> {
    const day = civilDate(validFrom);
    if (day < today()) throw new CaseError('VALID_FROM_PAST', '生效日期不能早于今天', { validFrom });
    return this.change(order, { action: 'rescheduled', validFrom: day }, (row) => {
      if (row.validFrom <= today())
        throw new CaseError('ALREADY_IN_FORCE', `该版本已自 ${row.validFrom} 起生效，不能再改生效日期`);
    });
  }

  private async change(
    { of: { key, version }, caller, envelope, reason }: Order,
    change: VersionChange,
    judge: (row: CountedRow) => void,
  ): Promise<ChangedVersion> {
    const rows = await this.known(key);
    const row = rows.find((one) => one.version === version);
    if (!row) throw new CaseError('NOT_FOUND', `没有“${key}”第 ${version} 版`);
    judge(row);
    const counted = mayCount(caller);
    if (envelope.preview)
      return { ...listOf(withChange(rows, row, change, caller.user), counted), version, preview: true };
    const { kind } = row;
    const changed = await this.queries.change({ kind, key, version, by: caller.user, reason, change }, row);
    if (!changed) throw new CaseError('CONFLICT', '该版本刚刚被他人更改，请刷新后再试');
    return { ...(await this.list(key, caller)), version, preview: false };
  }

  private async known(key: string): Promise<readonly CountedRow[]> {
    const rows = await this.queries.versions(key);
    if (rows.length === 0) throw new CaseError('NOT_FOUND', `没有名为“${key}”的流程或决策`);
    return rows;
  }
}

/** How many cases a procedure has is the business of those who publish it or oversee all. */
const mayCount = (caller: Caller): boolean => mayPublish(caller) || overseesAll(caller);

function listOf(rows: readonly CountedRow[], counted: boolean): VersionList {
  const ahead = rows
    .filter(({ state }) => state === 'future')
    .toSorted(laterFirst)
    .at(-1);
  return {
    items: rows.map(({ cases, ...row }) => ({ ...summaryOf(row), cases: counted ? { ...cases } : null })),
    nextCursor: null,
    total: rows.length,
    inForce: rows.find(({ state }) => state === 'in-force')?.version ?? null,
    next: ahead ? { version: ahead.version, validFrom: ahead.validFrom } : null,
  };
}

/** The list as it would be after the change. */
function withChange(
  rows: readonly CountedRow[],
  changed: CountedRow,
  change: VersionChange,
  by: string,
): readonly CountedRow[] {
  const withdrawn = change.action === 'withdrawn';
  const validFrom = change.action === 'rescheduled' ? change.validFrom : changed.validFrom;
  const now = { withdrawnAt: withdrawn ? Date.now() : null, withdrawnBy: withdrawn ? by : null, validFrom };
  const after = rows.map((row) => (row === changed ? { ...row, ...now } : row));
  const ruling = after.filter((row) => row.withdrawnAt === null && row.validFrom <= today()).toSorted(laterFirst)[0];
  return after.map((row) => ({ ...row, state: stateOf(row, ruling) }));
}

function stateOf(row: CountedRow, ruling: CountedRow | undefined): CountedRow['state'] {
  if (row.withdrawnAt !== null) return 'withdrawn';
  if (row.validFrom > today()) return 'future';
  return row === ruling ? 'in-force' : 'superseded';
}

/** Of two versions the one that rules, where both have come into force. */
const laterFirst = (one: CountedRow, other: CountedRow): number =>
  one.validFrom === other.validFrom ? other.version - one.version : one.validFrom < other.validFrom ? 1 : -1;
