import { Inject, Injectable } from '@nestjs/common';
import { loadRulebook } from '../../../database/rulebook.queries.ts';
import type { Queryable } from '../../../database/queryable.ts';
import { calendarFor } from '../../../domain/agency-calendar.ts';
import { isProvisional } from '../../../domain/calendar.ts';
import type { BusinessCalendar } from '../../../domain/calendar.ts';
import { dutyKeepers } from '../../../domain/duty-access.ts';
import { isoOf } from '../../../domain/instant.ts';
import { periodOf } from '../../../domain/opening-cycle.ts';
import { countedDays } from '../../../domain/opening-reason.ts';
import { openingRuleOf } from '../../../domain/recurring-plan.ts';
import { openingNamed } from '../../../domain/recurring-title.ts';
import { recurringScheduleId } from '../../../workflows/recurring.messages.ts';
import type { Caller } from '../access/caller.ts';
import { Database } from '../database.ts';
import { RecurringRehearsal } from './recurring.rehearsal.ts';
import { RecurringQueries } from './recurring.queries.ts';
import type { Upcoming } from './recurring.queries.ts';
import type * as schema from './recurring.schema.ts';
import { RecurringStore } from './recurring.store.ts';
import type { RecurringProcedure } from './recurring.store.ts';

const nothing: schema.Summary['counts'] = { planned: 0, opened: 0, missed: 0, stuck: 0 };

const mayKeep = ({ posts }: Caller): boolean => posts.some(({ role }) => dutyKeepers.some((keeper) => keeper === role));

/** Recurring procedures as people see them: when each opens next and why on that day. */
@Injectable()
export class RecurringView {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(RecurringStore) private readonly store: RecurringStore,
    @Inject(RecurringQueries) private readonly queries: RecurringQueries,
    @Inject(RecurringRehearsal) private readonly rehearsal: RecurringRehearsal,
  ) {}

  async all(caller: Caller): Promise<schema.Procedures> {
    const items = await this.summaries(await this.store.all(), caller, this.database.statements);
    return { items, nextCursor: null, total: items.length };
  }

  /** In a transaction: as it would be. */
  async one(id: string, caller: Caller, db: Queryable = this.database.statements): Promise<schema.Procedure> {
    const procedure = await this.store.one(id, db);
    const [summary] = await this.summaries([procedure], caller, db);
    const acts = await this.queries.acts(db, id);
    if (!summary) throw new Error('a procedure without a summary');
    const { pausedOn, endedOn } = procedure;
    return { ...summary, pausedOn, endedOn, acts: acts.map(({ at, ...act }) => ({ ...act, at: isoOf(at) })) };
  }

  async openings(id: string, query: schema.OpeningQuery, caller: Caller): Promise<schema.Openings> {
    await this.store.one(id);
    return this.queries.openings(id, query, caller);
  }

  private async summaries(
    all: readonly RecurringProcedure[],
    caller: Caller,
    db: Queryable,
  ): Promise<schema.Summary[]> {
    const counts = await this.queries.counts(db);
    const next = await this.queries.next(db);
    const names = await this.queries.definitionNames(db);
    const { calendars } = await loadRulebook(db);
    const against = await Promise.all(all.map((procedure) => this.rehearsal.against(procedure, caller)));
    return all.map((procedure, index) => {
      const { id, planRevision, appliedRevision, backfillFrom: _b, pausedOn: _p, endedOn: _e, ...settings } = procedure;
      const { id: _id, ...counted } = counts.get(id) ?? { id, ...nothing };
      const upcoming = next.get(id);
      return {
        ...settings,
        id,
        audience: audienceOf(procedure),
        variables: { ...procedure.variables },
        definitionName: names.get(procedure.definitionKey) ?? null,
        next: upcoming ? whyThen(procedure, upcoming, calendars) : null,
        against: against[index] ?? null,
        counts: counted,
        schedule: { id: recurringScheduleId(id), state: appliedRevision < planRevision ? 'pending' : 'current' },
        mayKeep: mayKeep(caller),
      };
    });
  }
}

const audienceOf = ({ audience: { kind, agencies, categories, role } }: RecurringProcedure) => ({
  kind,
  agencies: [...agencies],
  categories: [...categories],
  role,
});

function whyThen(
  procedure: RecurringProcedure,
  { opensOn, period, agency, receivers }: Upcoming,
  calendars: Readonly<Record<string, BusinessCalendar>>,
): schema.Summary['next'] {
  const found = periodOf(procedure.cycle, period);
  const calendar = calendarFor(agency, calendars);
  const counted = found ? countedDays(openingRuleOf(procedure), found, calendar) : [];
  const first = counted[0]?.day ?? opensOn;
  const { periodName } = openingNamed(procedure.cycle, period, opensOn);
  const provisional = isProvisional(calendar, first, opensOn);
  return { opensOn, period, periodName, receivers, counted: [...counted], provisional };
}
