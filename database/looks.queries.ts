import type { CountedLooks } from '../domain/use-statistics.ts';
import type { CivilDate } from '../domain/time.ts';
import type { Queryable } from './queryable.ts';

/** Looks into marked cases, dossiers and rows of the platform from one day to another, by reader and hour, with those that were refused; never at what. */
export function looksIn(db: Queryable, from: CivilDate, to: CivilDate): Promise<CountedLooks[]> {
  return db.query<CountedLooks[]>(
    `select l.reader, p.name, p.agency_id as unit, l.at::date::text as day, extract(hour from l.at)::int as hour, l.kind,
       l.refused, count(*)::int as count
     from (select person_id as reader, at at time zone 'Asia/Shanghai' as at, refused,
             case when object in ('dossier', 'rows') then object else 'case' end as kind from access_log
           union all
           select person_id, at at time zone 'Asia/Shanghai', false, 'dossier' from dossier_look) l
       left join person p on p.id = l.reader
     where l.at >= $1::date and l.at < $2::date + 1
     group by 1, 2, 3, 4, 5, 6, 7`,
    [from, to],
  );
}
