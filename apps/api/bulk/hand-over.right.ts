import { Inject, Injectable } from '@nestjs/common';
import { fromPool } from '../../../database/queryable.ts';
import { isHeadRole, leads, overseesAll } from '../../../domain/access.ts';
import { CaseError } from '../../../domain/errors.ts';
import type { Act } from '../../../engine/command.ts';
import type { Capacity, Caller } from '../access/caller.ts';
import { Database } from '../database.ts';
import { houseOf } from './hand-over.queries.ts';

/** 交接 is done by the person, by whoever leads the house, or by the commission's leaders. */
@Injectable()
export class HandOverRight {
  constructor(@Inject(Database) private readonly database: Database) {}

  async capacityFor(caller: Caller, act: Act): Promise<Capacity> {
    const from = act.kind === 'replacePerson' || act.kind === 'succeed' ? act.from : '';
    return this.require(caller, from);
  }

  /** Throws FORBIDDEN; a head is handed over by the leaders above. */
  async require(caller: Caller, person: string): Promise<Capacity> {
    if (caller.user === person) return {};
    const found = await houseOf(fromPool(this.database.pool), person);
    const isHead = found?.roles.some(isHeadRole) ?? false;
    if (found && (overseesAll(caller) || (!isHead && leads(caller, found.house)))) return { assigns: true };
    throw new CaseError('FORBIDDEN', '只有本人、其单位负责人或主管领导可以交接');
  }
}
