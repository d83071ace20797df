import { Inject, Injectable } from '@nestjs/common';
import { stateOn } from '../../../database/definition.queries.ts';
import { Database } from '../database.ts';
import { today } from '../definitions/definition.queries.ts';
import type { DesignNames, Procedure } from './design.schema.ts';

type ProcedureRow = Omit<Procedure, 'changedAt'> & { readonly changedAt: number };

/** Procedures and decisions as their designers see them. */
@Injectable()
export class DesignQueries {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** By the last change, newest first. */
  procedures(): Promise<readonly ProcedureRow[]> {
    return this.database.rows<ProcedureRow>(
      `with states as (
         select d.kind, d.key, d.version, d.name, d.valid_from, d.published_by, d.published_at,
           ${stateOn('published', '$1')} as state
         from published d)
       select s.kind, s.key, (array_agg(s.name order by s.version desc))[1] as name, count(*)::int as versions,
         max(s.version) as newest, max(s.version) filter (where s.state = 'in-force') as "inForce",
         (array_agg(jsonb_build_object('version', s.version, 'validFrom', s.valid_from::text)
            order by s.valid_from, s.version desc) filter (where s.state = 'future'))[1] as next,
         (array_agg(s.published_by order by s.version desc))[1] as "changedBy", max(s.published_at) as "changedAt",
         (select count(*)::int from case_view c where c.definition_key = s.key and not c.trial
            and c.status not in ('completed', 'cancelled')) as running
       from states s group by s.kind, s.key order by max(s.published_at) desc, s.key`,
      [today()],
    );
  }

  async rules(): Promise<Pick<DesignNames, 'periods' | 'ladders'>> {
    const row = await this.database.row<Pick<DesignNames, 'periods' | 'ladders'>>(
      `with newest as (select periods, ladders from rule_set order by version desc limit 1)
       select coalesce((select jsonb_agg(jsonb_build_object('key', p.key, 'name', p.value->>'name',
                'amount', coalesce(p.value->'value', p.value->'fallback'), 'unit', p.value->>'unit',
                'basis', p.value->>'basis', 'ladder', p.value->>'ladder') order by p.key)
                from newest, jsonb_each(periods) p where p.value->>'kind' = 'deadline'), '[]') as periods,
              coalesce((select jsonb_agg(jsonb_build_object('key', l.key, 'name', l.value->>'name') order by l.key)
                from newest, jsonb_each(ladders) l), '[]') as ladders`,
    );
    return row ?? { periods: [], ladders: [] };
  }
}
