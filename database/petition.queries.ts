import type { CountedPetition } from '../domain/petition-statistics.ts';
import type { CivilDate } from '../domain/time.ts';
import type { Queryable } from './queryable.ts';

/** Petitions that came in from one day to another, trials and stubs aside; nothing of them that is not counted. */
export async function petitionsIn(db: Queryable, from: CivilDate, to: CivilDate): Promise<CountedPetition[]> {
  return db.query<CountedPetition[]>(
    `select data->>'unit' as unit, data->>'topic' as topic, data->>'channel' as channel,
       coalesce(data->'named' = 'true', false) as named, coalesce(data->'aboutHead' = 'true', false) as "aboutHead",
       coalesce(data->'repeat' = 'true', false) as repeat
     from record_view
     where ledger = 'petition' and not trial and status <> 'stub' and data->>'receivedOn' between $1 and $2`,
    [from, to],
  );
}
