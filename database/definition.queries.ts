import { CaseError } from '../domain/errors.ts';
import type { CivilDate } from '../domain/time.ts';
import type { Queryable } from './queryable.ts';

/** Whether new cases take a version: the one that rules, one that will, one that another has replaced, one that was withdrawn. */
export type VersionState = 'in-force' | 'future' | 'superseded' | 'withdrawn';

export interface PublishedModel<Model> {
  readonly key: string;
  readonly version: number;
  readonly state: VersionState;
  readonly validFrom: CivilDate;
  readonly model: Model;
}

/** Of the versions that have come into force, the one of the latest day rules; of the same day the highest. */
export const rulesFirst = 'valid_from desc, version desc';

/** State of a row of `definition`, `decision` or `published` called `d` on a day given as `$n`. */
export const stateOn = (table: string, day: string): string => `case
  when d.withdrawn_at is not null then 'withdrawn'
  when d.valid_from > ${day}::date then 'future'
  when exists (select from ${table} other where other.key = d.key and other.withdrawn_at is null
    and other.valid_from <= ${day}::date and (other.valid_from, other.version) > (d.valid_from, d.version)) then 'superseded'
  else 'in-force' end`;

/**
 * A procedure's version that rules on a day, or the version asked for, whatever its state; null when there is none. A
 * decision that was not yet known when the procedure was published is the one that rules on that day.
 */
export async function modelInForce<Model>(
  db: Queryable,
  key: string,
  on: CivilDate,
  version: number | null = null,
): Promise<PublishedModel<Model> | null> {
  const [row] = await db.query<PublishedModel<Model>[]>(
    `select d.key, d.version, ${stateOn('definition', '$2')} as state, d.valid_from::text as "validFrom",
       d.model || jsonb_build_object('decisions', coalesce((
         select jsonb_object_agg(ruling.key, ruling.model) from (
           select distinct on (c.key) c.key, c.model || jsonb_build_object('version', c.version) as model
           from decision c
           where c.withdrawn_at is null and c.valid_from <= $2::date and c.key in (
             select e.value->'decision'->>'key' from jsonb_each(d.model->'elements') e)
           order by c.key, ${rulesFirst}) ruling), '{}'::jsonb) || coalesce(d.model->'decisions', '{}'::jsonb)) as model
     from definition d
     where d.key = $1 and case when $3::int is null then d.withdrawn_at is null and d.valid_from <= $2::date
                               else d.version = $3 end
     order by ${rulesFirst} limit 1`,
    [key, on, version],
  );
  return row ?? null;
}

export interface Wanted {
  readonly key: string;
  /** Null: the one that rules. */
  readonly version: number | null;
  /** The day on which the case, or the call, begins. */
  readonly on: CivilDate;
  /** A trial may name a version that does not rule: that is what trials are for. */
  readonly trial: boolean;
}

/** The version that a new case or a call takes. Throws where none rules, or where the one that is named must not be taken. */
export async function modelForNewCase<Model>(
  db: Queryable,
  { key, version, on, trial }: Wanted,
): Promise<PublishedModel<Model>> {
  const found = await modelInForce<Model>(db, key, on, version);
  if (!found) throw await absence(db, { key, version, on });
  if (!trial && found.state === 'withdrawn')
    throw new CaseError('VERSION_WITHDRAWN', `流程“${key}”第 ${found.version} 版已停用，不能用于新案件`, {
      key,
      version,
    });
  if (!trial && found.state === 'future')
    throw new CaseError('VERSION_NOT_IN_FORCE', `流程“${key}”第 ${found.version} 版自 ${found.validFrom} 起生效`, {
      key,
      version,
      validFrom: found.validFrom,
    });
  return found;
}

async function absence(db: Queryable, { key, version, on }: Omit<Wanted, 'trial'>): Promise<CaseError> {
  const [known] = await db.query<{ versions: number; next: CivilDate | null }[]>(
    `select count(*)::int as versions,
       (min(valid_from) filter (where withdrawn_at is null and valid_from > $2::date))::text as next
     from definition where key = $1`,
    [key, on],
  );
  if (version !== null || !known || known.versions === 0) {
    return new CaseError(
      'UNKNOWN_DEFINITION',
      `没有已发布的流程“${key}”${version === null ? '' : `第 ${version} 版`}`,
      { key },
    );
  }
  const outlook = known.next === null ? '各版本均已停用' : `下一版本自 ${known.next} 起生效`;
  return new CaseError('NONE_IN_FORCE', `流程“${key}”当前没有生效的版本：${outlook}`, { key, next: known.next });
}
