import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../database.ts';
import type { DesignNames, Procedure } from './design.schema.ts';

type ProcedureRow = Omit<Procedure, 'changedAt'> & { readonly changedAt: number };

/** Procedures and decisions as their designers see them. */
@Injectable()
export class DesignQueries {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** By the last change, newest first. */
  procedures(): Promise<readonly ProcedureRow[]> {
    return this.database.rows<ProcedureRow>(
      `with versions as (
         select kind, key, count(*)::int as versions, max(version) as newest,
           max(version) filter (where withdrawn_at is null) as "inForce"
         from published group by kind, key)
       select v.kind, v.key, p.name, v.versions, v.newest, v."inForce", p.published_by as "changedBy",
         p.published_at as "changedAt",
         (select count(*)::int from case_view c where c.definition_key = v.key and not c.trial
            and c.status not in ('completed', 'cancelled')) as running
       from versions v join published p on p.kind = v.kind and p.key = v.key and p.version = v.newest
       order by p.published_at desc, v.key`,
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
