import { Inject, Injectable } from '@nestjs/common';
import { heirOn } from '../../../../database/duties.queries.ts';
import { fromPool } from '../../../../database/queryable.ts';
import type { Queryable } from '../../../../database/queryable.ts';
import { addDays, civilDate } from '../../../../domain/civil-date.ts';
import { CaseError } from '../../../../domain/errors.ts';
import { Database } from '../../database.ts';
import { Changes } from '../changes.ts';
import type { ChangeOrder } from '../changes.ts';
import {
  agencyFor,
  AgencyQueries,
  endPostsOf,
  insertAgency,
  lineOf,
  openStepsOf,
  updateAgency,
} from './agency.queries.ts';
import type { Agency, AgencyList, AgencyPatch, AgencyQuery, Dissolve, NewAgency } from './agency.schema.ts';

@Injectable()
export class AgencyService {
  constructor(
    @Inject(AgencyQueries) private readonly queries: AgencyQueries,
    @Inject(Changes) private readonly changes: Changes,
    @Inject(Database) private readonly database: Database,
  ) {}

  async list(query: AgencyQuery): Promise<AgencyList> {
    const { rows, ...page } = await this.queries.list(query);
    return { ...page, items: [...rows] };
  }

  one(id: string): Promise<Agency> {
    return known(fromPool(this.database.pool), id);
  }

  create(order: ChangeOrder, agency: NewAgency): Promise<Agency> {
    return this.changes.carryOut(order, async (db) => {
      if (await agencyFor(db, agency.id)) throw new CaseError('CONFLICT', `单位代码“${agency.id}”已被使用`);
      await requireParent(db, agency.id, agency.parent);
      await insertAgency(db, agency);
      const result = await known(db, agency.id);
      return {
        result,
        entries: [{ action: 'agency-created', object: ['agency', agency.id], after: result, reason: agency.reason }],
      };
    });
  }

  change(order: ChangeOrder, id: string, { reason, ...patch }: AgencyPatch): Promise<Agency> {
    return this.changes.carryOut(order, async (db) => {
      const before = await known(db, id);
      if (patch.parent !== undefined) await requireParent(db, id, patch.parent);
      await updateAgency(db, { ...before, ...withoutGaps(patch) });
      const result = await known(db, id);
      return { result, entries: [{ action: 'agency-changed', object: ['agency', id], before, after: result, reason }] };
    });
  }

  /**
   * Its posts end the day before; what else hangs on it must be settled first, or is left behind knowingly. Open steps are in
   * nobody's way where the registry names a successor, whose people do them by then.
   */
  dissolve(order: ChangeOrder, id: string, { on, evenIfInUse, reason }: Dissolve): Promise<Agency> {
    return this.changes.carryOut(order, async (db) => {
      const before = await known(db, id);
      const heir = await heirOn(db, id, on);
      const isTakenOver = heir !== null && heir !== id;
      const openSteps = isTakenOver ? 0 : await openStepsOf(db, id);
      if (!evenIfInUse && (openSteps > 0 || before.children > 0))
        throw new CaseError(
          'AGENCY_IN_USE',
          `该单位下设 ${before.children} 个单位、有 ${openSteps} 项在办任务，请先处理，或注明仍要撤销`,
          { children: before.children, openTasks: openSteps },
        );
      const ended = await endPostsOf(db, id, addDays(civilDate(on), -1));
      await updateAgency(db, { ...before, dissolvedOn: on });
      const result = await known(db, id);
      const after = { ...result, postsEnded: ended, ...(isTakenOver ? { successor: heir } : {}) };
      return { result, entries: [{ action: 'agency-dissolved', object: ['agency', id], before, after, reason }] };
    });
  }

  restore(order: ChangeOrder, id: string, reason: string | undefined): Promise<Agency> {
    return this.changes.carryOut(order, async (db) => {
      const before = await known(db, id);
      await updateAgency(db, { ...before, dissolvedOn: null });
      const result = await known(db, id);
      return {
        result,
        entries: [{ action: 'agency-restored', object: ['agency', id], before, after: result, reason }],
      };
    });
  }
}

async function known(db: Queryable, id: string): Promise<Agency> {
  const found = await agencyFor(db, id);
  if (!found) throw new CaseError('NOT_FOUND', `没有代码为“${id}”的单位`);
  return found;
}

/** Above it there must be an agency that is there, and no circle. */
async function requireParent(db: Queryable, id: string, parent: string | null): Promise<void> {
  if (parent === null) return;
  const line = await lineOf(db, parent);
  const defect = { path: 'parent', code: 'INVALID_PARENT' };
  if (line.length === 0)
    throw new CaseError('INVALID_PARENT', `没有代码为“${parent}”的上级单位`, {
      defects: [{ ...defect, message: '没有这个单位' }],
    });
  if (line.includes(id))
    throw new CaseError('INVALID_PARENT', '上级单位不能是本单位或其下级', {
      defects: [{ ...defect, message: '会形成循环' }],
    });
}

const withoutGaps = <Row extends object>(patch: Row) =>
  Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined)) as {
    [Key in keyof Row]?: Exclude<Row[Key], undefined>;
  };
