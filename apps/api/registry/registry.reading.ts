import type { Queryable } from '../../../database/queryable.ts';
import { isGroup } from '../../../database/registry.queries.ts';
import type { Cadre, Registry, Unit } from '../../../domain/registry.ts';

const unitsSql = `select u.agency_id as id, u.since, u.until, u.ended_as as "endedAs", u.successor_id as successor,
    (select jsonb_agg(jsonb_build_object('since', t.since, 'name', t.name, 'category', t.category,
       'superior', t.superior_id, 'group', t.group_id, 'basis', t.basis) order by t.since) from unit_term t where t.unit_id = u.agency_id) as terms
  from unit u`;

const cadresSql = `select c.id, c.name, c.managed_by as "managedBy", c.account, c.since, c.until, c.left_as as "leftAs",
    coalesce((select jsonb_agg(jsonb_build_object('unit', p.unit_id, 'title', p.title, 'since', p.since, 'until', p.until,
       'rank', p.rank, 'standing', p.standing, 'basis', p.basis) order by p.since, p.title)
       from cadre_post p where p.cadre_id = c.id), '[]') as posts,
    coalesce((select jsonb_agg(jsonb_build_object('unit', f.unit_id, 'since', f.since, 'until', f.until,
       'matter', f.matter, 'basis', f.basis) order by f.since, f.unit_id)
       from portfolio f where f.leader_id = c.id), '[]') as portfolios
  from cadre c`;

/** The whole registry; rows of the API's own connections, whose dates come as they are written. */
export async function readRegistry(db: Queryable): Promise<Registry> {
  const units = await db.query<Unit[]>(unitsSql);
  const cadres = await db.query<Cadre[]>(cadresSql);
  const groups = await db.query<{ id: string }[]>(`select id from agency where ${isGroup}`);
  return {
    units: new Map(units.map((unit) => [unit.id, unit])),
    cadres: new Map(cadres.map((cadre) => [cadre.id, cadre])),
    groups: new Set(groups.map(({ id }) => id)),
  };
}
