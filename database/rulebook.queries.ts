import { withLocalDays } from '../domain/calendar.ts';
import type { BusinessCalendar } from '../domain/calendar.ts';
import { CaseError } from '../domain/errors.ts';
import type { Ladder, Period } from '../domain/period.ts';
import type { Queryable } from './queryable.ts';

/** The rules in force, as a case takes them with it. */
interface StoredRulebook {
  /** Rises with every newer rule set and every newer calendar. */
  readonly version: number;
  readonly periods: Readonly<Record<string, Period>>;
  readonly ladders: Readonly<Record<string, Ladder>>;
  readonly calendars: Readonly<Record<string, BusinessCalendar>>;
  /** Version of periods and ladders alone. */
  readonly rules?: number;
  readonly taken?: Taken;
}

/** By period: its last change that running clocks take up too, and the version that brought it. */
type Taken = Readonly<Record<string, { readonly rules: number; readonly period: Period }>>;

interface RuleSetRow {
  readonly version: number;
  readonly periods: Record<string, Period>;
  readonly ladders: Record<string, Ladder>;
  readonly taken: Taken;
}
export interface CalendarRow {
  readonly agency: string;
  readonly version: number;
  /** Of an agency: its own days off and working days only. */
  readonly years: BusinessCalendar['years'];
}

/** Calendars as cases count by them: an agency's own days lie over the city's, so that a later notice reaches it too. */
export function calendarsOf(rows: readonly CalendarRow[]): Readonly<Record<string, BusinessCalendar>> {
  const city = rows.find(({ agency }) => agency === 'default');
  if (!city) throw new CaseError('NO_RULEBOOK', '尚未载入期限规则与工作日历。');
  const base: BusinessCalendar = { id: 'default', version: city.version, years: city.years };
  const laid = rows.map(({ agency, version, years }) => {
    const own = { id: agency, version: version + city.version, years };
    return [agency, agency === 'default' ? base : withLocalDays(base, own)] as const;
  });
  return Object.fromEntries(laid);
}

/** The newest version of the city's calendar and of each agency's own days, as they were loaded. */
export function newestCalendars(db: Queryable): Promise<CalendarRow[]> {
  return db.query<CalendarRow[]>(
    'select distinct on (agency_id) agency_id as agency, version, years from calendar order by agency_id, version desc',
  );
}

/** The newest rule set with the newest calendar of each agency. */
export async function loadRulebook(db: Queryable): Promise<StoredRulebook> {
  const [rules] = await db.query<RuleSetRow[]>(
    'select version, periods, ladders, taken from rule_set order by version desc limit 1',
  );
  const rows = await newestCalendars(db);
  if (!rules) throw new CaseError('NO_RULEBOOK', '尚未载入期限规则与工作日历。');
  return {
    version: rows.reduce((sum, { version }) => sum + version, rules.version),
    periods: rules.periods,
    ladders: rules.ladders,
    calendars: calendarsOf(rows),
    rules: rules.version,
    taken: rules.taken,
  };
}

/** Version of the rules that `loadRulebook` would give; 0 when there are none. */
export async function rulebookVersion(db: Queryable): Promise<number> {
  const [row] = await db.query<{ version: number | null }[]>(
    `select ((select max(version) from rule_set) +
             (select sum(n.version) from (select max(version) as version from calendar group by agency_id) n))::int as version`,
  );
  return row?.version ?? 0;
}

/** Puts rules and calendars into an empty database; does nothing where there are some already. */
export async function storeFirstRulebook(db: Queryable, rules: StoredRulebook, at: Date): Promise<void> {
  await db.query(
    `insert into rule_set (version, periods, ladders, changed_at) values (1, $1, $2, $3) on conflict do nothing`,
    [JSON.stringify(rules.periods), JSON.stringify(rules.ladders), at],
  );
  for (const [agency, { years }] of Object.entries(rules.calendars)) {
    await db.query(
      `insert into calendar (agency_id, version, years, loaded_at) values ($1, 1, $2, $3) on conflict do nothing`,
      [agency, JSON.stringify(years), at],
    );
  }
}

/**
 * A newer release brings periods and ladders for its procedures: those that the rules in force lack are added as a
 * newer rule set; what stands there already, changed or not, stays. Answers how many were added.
 */
export async function addReleasedRules(db: Queryable, rules: StoredRulebook, at: Date): Promise<number> {
  const [now] = await db.query<RuleSetRow[]>(
    'select version, periods, ladders, taken from rule_set order by version desc limit 1',
  );
  if (!now) return 0;
  const periods = lacking(now.periods, rules.periods);
  const ladders = lacking(now.ladders, rules.ladders);
  const added = Object.keys(periods).length + Object.keys(ladders).length;
  if (added === 0) return 0;
  await db.query(
    `insert into rule_set (version, periods, ladders, changed_at, taken, reason)
     values ($1, $2, $3, $4, $5, '随版本补充') on conflict do nothing`,
    [
      now.version + 1,
      JSON.stringify({ ...now.periods, ...periods }),
      JSON.stringify({ ...now.ladders, ...ladders }),
      at,
      JSON.stringify(now.taken),
    ],
  );
  return added;
}

function lacking<T>(known: Readonly<Record<string, T>>, released: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(released).filter(([key]) => !Object.hasOwn(known, key)));
}
