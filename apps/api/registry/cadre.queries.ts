import { Inject, Injectable } from '@nestjs/common';
import { unitsReadableBy } from '../../../domain/registry-access.ts';
import type { Viewer } from '../../../domain/access.ts';
import type { CivilDate } from '../../../domain/time.ts';
import { Database } from '../database.ts';
import { Conditions } from '../lists/conditions.ts';
import { readCursor } from '../lists/cursor.ts';
import { Pages } from '../lists/page.ts';
import { containing } from './containing.ts';
import type {
  CadreQuery,
  PortfolioQuery,
  PortfolioRow,
  RegisteredCadre,
  RegisteredCadreDetail,
} from './registry.schema.ts';

const unit = (id: string) => `jsonb_build_object('id', ${id}, 'name',
  (select n.name from unit_term n where n.unit_id = ${id} order by n.since desc limit 1))`;

const held = (row: string, day: string) =>
  `${row}.since <= ${day}::date and (${row}.until is null or ${row}.until >= ${day}::date)`;

/** The posts of `cadre c` in the order of their weight: those held first, leading ones before others. */
const posts = (condition: string) => `(select coalesce(jsonb_agg(jsonb_build_object('unit', ${unit('p.unit_id')},
    'title', p.title, 'rank', p.rank, 'standing', p.standing, 'since', p.since, 'until', p.until, 'basis', p.basis)
    order by p.until desc nulls first, p.standing, p.since desc), '[]')
  from cadre_post p where p.cadre_id = c.id and ${condition}) as posts`;

const columns = `c.id, c.name, c.managed_by as "managedBy", c.since, c.until, c.left_as as "leftAs"`;

/** Persons with their posts, and who is in charge of what. */
@Injectable()
export class CadreQueries {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Pages) private readonly pages: Pages,
  ) {}

  list(viewer: Viewer, query: CadreQuery, on: CivilDate) {
    const where = new Conditions();
    const day = where.bind(on);
    withinUnits(viewer, where, 'c.id');
    const { q, state, level, limit, cursor } = query;
    if (state === 'serving') where.add(held('c', day));
    if (state === 'left') where.add(`c.until < ${day}::date`);
    if (level) where.add(`c.managed_by = ${where.bind(level)}`);
    const ofPost = postConditions(query, where);
    if (ofPost.length > 0)
      where.add(
        `exists (select from cadre_post p where p.cadre_id = c.id and ${held('p', day)} and ${ofPost.join(' and ')})`,
      );
    if (q) {
      const pattern = where.bind(containing(q));
      where.add(`c.name ilike ${pattern} or c.id ilike ${pattern} or exists (
        select from cadre_post p where p.cadre_id = c.id and p.title ilike ${pattern} and ${held('p', day)})`);
    }
    return this.pages.page<RegisteredCadre>({
      columns: `${columns}, ${posts(held('p', day))},
        (select count(*)::int from portfolio f where f.leader_id = c.id and ${held('f', day)}) as charges`,
      from: `cadre c cross join (select ${day}::date) as day`,
      where,
      sort: 'c.id',
      type: 'text',
      id: 'c.id',
      descending: false,
      limit,
      cursor: readCursor(cursor),
    });
  }

  one(id: string): Promise<Omit<RegisteredCadreDetail, 'mayKeep'> | undefined> {
    return this.database.row(
      `select ${columns}, c.account, ${posts('true')},
         (select coalesce(jsonb_agg(jsonb_build_object('unit', ${unit('f.unit_id')}, 'since', f.since, 'until', f.until,
            'matter', f.matter, 'basis', f.basis) order by f.until desc nulls first, f.since desc), '[]')
          from portfolio f where f.leader_id = c.id) as charges
       from cadre c where c.id = $1`,
      [id],
    );
  }

  portfolios(viewer: Viewer, { q, leader, unit: of, past, limit, cursor }: PortfolioQuery, on: CivilDate) {
    const where = new Conditions();
    const day = where.bind(on);
    withinUnits(viewer, where, 'c.id');
    if (!past) where.add(held('f', day));
    if (leader) where.add(`f.leader_id = ${where.bind(leader)}`);
    if (of) where.add(`f.unit_id = ${where.bind(of)}`);
    if (q) {
      const pattern = where.bind(containing(q));
      where.add(`c.name ilike ${pattern} or f.matter ilike ${pattern} or exists (
        select from unit_term n where n.unit_id = f.unit_id and n.name ilike ${pattern})`);
    }
    return this.pages.page<PortfolioRow>({
      columns: `jsonb_build_object('id', c.id, 'name', c.name, 'title', coalesce((select p.title from cadre_post p
          where p.cadre_id = c.id and p.standing <> 'member' and ${held('p', day)} order by p.since limit 1), '')) as leader,
        ${unit('f.unit_id')} as unit, f.since, f.until, f.matter, f.basis`,
      from: `portfolio f join cadre c on c.id = f.leader_id cross join (select ${day}::date) as day`,
      where,
      sort: 'c.id',
      type: 'text',
      id: `c.id || ' ' || f.unit_id || ' ' || f.since`,
      descending: false,
      limit,
      cursor: readCursor(cursor),
    });
  }
}

/** mayReadCadre as a condition. */
function withinUnits(viewer: Viewer, where: Conditions, cadre: string): void {
  const readable = unitsReadableBy(viewer);
  if (readable === 'all') return;
  where.add(
    `exists (select from cadre_post own where own.cadre_id = ${cadre} and own.unit_id = any(${where.bind(readable)}::text[]))`,
  );
}

function postConditions({ unit: of, rank, standing }: CadreQuery, where: Conditions): string[] {
  return [
    ...(of ? [`p.unit_id = ${where.bind(of)}`] : []),
    ...(rank ? [`p.rank = ${where.bind(rank)}`] : []),
    ...(standing ? [`p.standing = ${where.bind(standing)}`] : []),
  ];
}
