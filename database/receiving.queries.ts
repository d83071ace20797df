import type { OpeningCycle } from '../domain/opening-cycle.ts';
import type { Receiver } from '../domain/recurring-plan.ts';
import { supplyCycleOf } from '../domain/supply-cycle.ts';
import type { CivilDate } from '../domain/time.ts';
import type { Queryable } from './queryable.ts';
import type { Audience } from './recurring.queries.ts';

/** Everybody that a recurring procedure was, is or will be opened for, each with the days between which. */
export function receiversOf(
  db: Queryable,
  { audience, agency, cycle }: { readonly audience: Audience; readonly agency: string; readonly cycle: OpeningCycle },
): Promise<readonly Receiver[]> {
  if (audience.kind === 'once') return Promise.resolve([always(agency)]);
  if (audience.kind === 'sources') return sources(db, cycle);
  if (audience.kind === 'agencies') return Promise.resolve(audience.agencies.map(always));
  return audience.kind === 'units' ? units(db, audience) : holders(db, audience);
}

/** A named agency that is no more is found again when it opens: its successor has its affairs. */
const always = (id: string): Receiver => ({ id, agency: id, since: null, until: null });

/** Days on which a unit counts: of the categories ($1), and with a holder of the role where one is named. */
const unitDays = (role: string): string => `(
  select u.agency_id as agency, greatest(u.since, h.since) as since, least(u.until, a.dissolved_on - 1, h.until) as until
  from unit u join agency a on a.id = u.agency_id
    join lateral (select category from unit_term where unit_id = u.agency_id order by since desc limit 1) t on true
    left join lateral (
      select min(p.since) as since, case when bool_or(p.until is null) then null else max(p.until) end as until
      from post p join person on person.id = p.person_id and person.active
      where p.agency_id = u.agency_id and p.role = ${role}) h on true
  where ($1::text[] = '{}' or t.category = any($1::text[])) and (${role}::text is null or h.since is not null)
)`;

const units = (db: Queryable, { categories, role }: Audience): Promise<Receiver[]> =>
  db.query<Receiver[]>(
    `select agency as id, agency, since::text as since, until::text as until from ${unitDays('$2')} u order by 1`,
    [categories, role],
  );

const holders = (db: Queryable, { role }: Audience): Promise<Receiver[]> =>
  db.query<Receiver[]>(
    `select p.person_id || '@' || p.agency_id as id, p.agency_id as agency, min(p.since)::text as since,
       (case when bool_or(p.until is null) then null else max(p.until) end)::text as until
     from post p join person on person.id = p.person_id and person.active
     where p.role = $1 group by p.person_id, p.agency_id order by 1`,
    [role],
  );

/** A source is asked for what is over after it came into the catalogue. */
async function sources(db: Queryable, cycle: OpeningCycle): Promise<readonly Receiver[]> {
  const rows = await db.query<(Receiver & { readonly agreed: string })[]>(
    `select id, provider_id as agency, (created_at at time zone 'Asia/Shanghai')::date::text as since, null as until, cycle as agreed
     from data_source order by id`,
  );
  return rows
    .filter(({ agreed }) => supplyCycleOf(agreed) === cycle)
    .map(({ agreed: _agreed, ...receiver }) => receiver);
}

/** What a case may be told of whom it is opened for. */
export interface Told {
  readonly receiver: {
    readonly id: string;
    readonly agency: string;
    readonly name: string;
    readonly kind: string;
    readonly account: string | null;
  };
  /** The supervised units that count on the day. */
  readonly units: readonly string[];
  /** Whoever holds the audience's role on the day. */
  readonly holders: readonly { readonly account: string; readonly name: string; readonly agency: string }[];
  /** The catalogue of data as it stands, as a yearly agreement begins with it. */
  readonly sources: readonly {
    readonly source: string;
    readonly title: string;
    readonly provider: string;
    readonly providerKind: string;
    readonly purpose: string;
    readonly level: string;
    readonly cycle: string;
  }[];
}

interface Asked {
  readonly audience: Audience;
  readonly receiver: string;
  readonly agency: string;
  readonly on: CivilDate;
}

export async function toldOf(db: Queryable, { audience, receiver, agency, on }: Asked): Promise<Told> {
  const [account = null] = audience.kind === 'holders' ? receiver.split('@') : [];
  const source = audience.kind === 'sources' ? receiver : null;
  const [row] = await db.query<
    (Omit<Told, 'receiver'> & { name: string; kind: string; person: string | null; source: string | null })[]
  >(
    `select a.name, a.kind, (select p.name from person p where p.id = $5) as person,
       (select s.name from data_source s where s.id = $6) as source,
       (select coalesce(jsonb_agg(jsonb_build_object('source', s.id, 'title', s.name, 'provider', s.provider_id,
           'providerKind', p.kind, 'purpose', s.purpose, 'level', s.level, 'cycle', s.cycle) order by s.id), '[]')
         from data_source s join agency p on p.id = s.provider_id) as sources,
       array(select agency from ${unitDays('$2')} u
         where u.since <= $4::date and (u.until is null or u.until >= $4::date) order by 1) as units,
       (select coalesce(jsonb_agg(jsonb_build_object('account', h.id, 'name', h.name, 'agency', h.agency) order by h.id), '[]')
         from (select distinct person.id, person.name, p.agency_id as agency from post p
           join person on person.id = p.person_id and person.active
           where p.role = $2 and p.since <= $4::date and (p.until is null or p.until >= $4::date)) h) as holders
     from agency a where a.id = $3`,
    [audience.categories, audience.role, agency, on, account, source],
  );
  if (!row) throw new Error(`there is no agency ${agency}`);
  const { person, source: sourceName, name, kind, units: counted, holders: held, sources: catalogue } = row;
  return {
    receiver: { id: source ?? account ?? agency, agency, name: sourceName ?? person ?? name, kind, account },
    units: counted,
    holders: held,
    sources: catalogue,
  };
}

/** Units of an audience's categories that are left out on a day because nobody holds its role there. */
export async function unmannedUnits(
  db: Queryable,
  { categories, role }: Audience,
  on: CivilDate,
): Promise<readonly string[]> {
  if (role === null) return [];
  const rows = await db.query<{ agency: string }[]>(
    `select agency from ${unitDays('null')} u
     where u.since <= $3::date and (u.until is null or u.until >= $3::date)
       and not exists (select from post p join person on person.id = p.person_id and person.active
         where p.agency_id = u.agency and p.role = $2 and p.since <= $3::date and (p.until is null or p.until >= $3::date))
     order by 1`,
    [categories, role, on],
  );
  return rows.map(({ agency }) => agency);
}
