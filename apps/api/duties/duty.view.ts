import { Inject, Injectable } from '@nestjs/common';
import { civilDateOf } from '../../../domain/civil-date.ts';
import { dutyKeepers } from '../../../domain/duty-access.ts';
import { resultsOf } from '../../../domain/duty-score.ts';
import { CaseError } from '../../../domain/errors.ts';
import { isoOf } from '../../../domain/instant.ts';
import { unitsReadableBy } from '../../../domain/registry-access.ts';
import { dutyScheduleId } from '../../../workflows/duties.messages.ts';
import type { Caller } from '../access/caller.ts';
import { DutyQueries } from './duty.queries.ts';
import { resultsSchema } from './duty.schema.ts';
import type * as schema from './duty.schema.ts';
import { DutyStore, unknownList } from './duty.store.ts';
import type { DutyList } from './duty.store.ts';

const nobody: schema.ListSummary['obligations'] = {
  planned: 0,
  open: 0,
  overdue: 0,
  checking: 0,
  done: 0,
  failed: 0,
  skipped: 0,
  cancelled: 0,
  stuck: 0,
};

const mayKeepDuties = ({ posts }: Caller): boolean =>
  posts.some(({ role }) => dutyKeepers.some((keeper) => keeper === role));

/** Lists, obligations and results as people see them. */
@Injectable()
export class DutyView {
  constructor(
    @Inject(DutyStore) private readonly store: DutyStore,
    @Inject(DutyQueries) private readonly queries: DutyQueries,
  ) {}

  /** A supervised unit sees the lists that ask something of it. */
  async all(caller: Caller): Promise<schema.Lists> {
    const lists = await this.store.all();
    const counts = await this.queries.counts(
      caller,
      lists.map(({ id }) => id),
    );
    const summaries = await Promise.all(lists.map((list) => this.summary(caller, list, counts.get(list.id))));
    const items = summaries.filter((one) => isSeen(caller, one));
    return { items, nextCursor: null, total: items.length };
  }

  async one(caller: Caller, id: string): Promise<schema.ListDetail> {
    const list = await this.store.one(id);
    const counts = await this.queries.counts(caller, [id]);
    const summary = await this.summary(caller, list, counts.get(id));
    if (!isSeen(caller, summary)) throw unknownList(id);
    const [duties, openings, acts] = await Promise.all([
      this.dutiesOf(caller, list),
      this.queries.openings(id),
      this.queries.acts(id),
    ]);
    return {
      ...summary,
      sampleShare: list.sampleShare,
      strata: list.strata,
      points: { ...list.points },
      pausedOn: list.pausedOn,
      endedOn: list.endedOn,
      schedules: {
        state: list.appliedRevision < list.planRevision ? 'pending' : 'current',
        items: openings.map(({ cycle, next, left }) => ({
          cycle: cycle as schema.Obligation['cycle'],
          id: dutyScheduleId(id, cycle),
          next,
          left,
        })),
      },
      duties: duties.map((item) => ({
        ...item,
        leads: [...item.leads],
        helpers: [...item.helpers],
        powers: [...item.powers],
        times: [...item.times],
        stages: [...item.stages],
      })),
      acts: unitsReadableBy(caller) === 'all' ? acts.map(({ at, ...act }) => ({ ...act, at: isoOf(at) })) : [],
      mayKeep: mayKeepDuties(caller),
      fixed: list.result !== null,
    };
  }

  async obligations(caller: Caller, id: string, query: schema.ObligationQuery): Promise<schema.Obligations> {
    await this.one(caller, id);
    const { rows, ...page } = await this.queries.obligations(caller, id, query);
    return { ...page, items: [...rows] };
  }

  /** As it was fixed, else as it stands. A unit sees its own. */
  async results(caller: Caller, id: string): Promise<schema.Results> {
    const list = await this.store.one(id);
    const results = list.result === null ? await this.computed(list) : resultsSchema.parse(list.result);
    const readable = unitsReadableBy(caller);
    const items = results.items.filter(({ lead }) => readable === 'all' || readable.includes(lead));
    if (readable !== 'all' && items.length === 0) throw unknownList(id);
    return { ...results, items };
  }

  async computed(list: DutyList): Promise<schema.Results> {
    const on = list.endedOn ?? civilDateOf(Date.now());
    const items = resultsOf(await this.queries.ends(list.id), list.points, on).map((result) => ({
      ...result,
      byHow: { ...result.byHow },
      duties: result.duties.map(({ id, item, dueOn, handedInOn, weight, how, points }) => {
        return { id, item, dueOn, handedInOn, weight, how, points };
      }),
    }));
    return { list: list.id, on, fixed: false, points: { ...list.points }, items };
  }

  private async summary(
    caller: Caller,
    { id, name, year, status, version, startsOn, owner }: DutyList,
    obligations = nobody,
  ): Promise<schema.ListSummary> {
    const items = (await this.dutiesOf(caller, { id, version })).length;
    return { id, name, year, status, version, startsOn, owner, items, obligations };
  }

  private async dutiesOf(caller: Caller, { id, version }: Pick<DutyList, 'id' | 'version'>) {
    const items = await this.store.items(id, version);
    const readable = unitsReadableBy(caller);
    if (readable === 'all') return items;
    return items.filter(({ leads, helpers }) => [...leads, ...helpers].some((agency) => readable.includes(agency)));
  }
}

const isSeen = (caller: Caller, { items, obligations }: schema.ListSummary): boolean =>
  unitsReadableBy(caller) === 'all' || items > 0 || Object.values(obligations).some((count) => count > 0);

export const alreadyFixed = (): CaseError => new CaseError('ALREADY_FIXED', '年终结果已经确定');
