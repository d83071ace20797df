import { Inject, Injectable } from '@nestjs/common';
import type { Queryable } from '../../../../database/queryable.ts';
import { civilDateOf } from '../../../../domain/civil-date.ts';
import { Conditions } from '../../lists/conditions.ts';
import { readCursor } from '../../lists/cursor.ts';
import { Pages } from '../../lists/page.ts';
import { postJson } from '../people/person.queries.ts';
import type { Post } from '../people/person.schema.ts';
import type { HeldPostRow, PostQuery } from './post.schema.ts';

/** Who holds what where, from when to when. */
@Injectable()
export class PostQueries {
  constructor(@Inject(Pages) private readonly pages: Pages) {}

  list({ agency, role, personId, on, limit, cursor }: PostQuery) {
    const where = new Conditions();
    const today = `${where.bind(civilDateOf(Date.now()))}::date`;
    where.add(`${today} is not null`);
    if (agency) where.add(`h.agency_id = ${where.bind(agency)}`);
    if (role) where.add(`h.role = ${where.bind(role)}`);
    if (personId) where.add(`h.person_id = ${where.bind(personId)}`);
    if (on) {
      const day = `${where.bind(on)}::date`;
      where.add(`h.since <= ${day} and coalesce(h.until >= ${day}, true)`);
    }
    return this.pages.page<{ readonly post: HeldPostRow }>({
      columns: `${postJson(today)} || jsonb_build_object('personName', p.name) as post`,
      from: 'post h join person p on p.id = h.person_id',
      where,
      sort: `h.agency_id || ' ' || h.role`,
      type: 'text',
      id: `h.person_id || ' ' || h.since`,
      descending: false,
      limit,
      cursor: readCursor(cursor),
    });
  }
}

export async function postFor(db: Queryable, id: string): Promise<Post | undefined> {
  const [row] = await db.query<{ post: Post }[]>(
    `select ${postJson('$2::date')} as post from post h where h.id::text = $1 for update`,
    [id, civilDateOf(Date.now())],
  );
  return row?.post;
}

/** Posts of a person that meet this stretch of days. */
export function postsWithin(db: Queryable, person: string, since: string, until: string | null): Promise<Post[]> {
  return db
    .query<{ post: Post }[]>(
      `select ${postJson('$4::date')} as post from post h
       where h.person_id = $1 and coalesce(h.until >= $2::date, true) and coalesce(h.since <= $3::date, true)`,
      [person, since, until, civilDateOf(Date.now())],
    )
    .then((rows) => rows.map(({ post }) => post));
}

export async function insertPost(
  db: Queryable,
  person: string,
  { agency, role, title, since, until }: Pick<Post, 'agency' | 'role' | 'title' | 'since' | 'until'>,
): Promise<string> {
  const [row] = await db.query<{ id: string }[]>(
    'insert into post (person_id, agency_id, role, title, since, until) values ($1, $2, $3, $4, $5, $6) returning id',
    [person, agency, role, title, since, until],
  );
  if (!row) throw new Error('the post was not inserted');
  return row.id;
}

export async function updatePost(db: Queryable, { id, title, until }: Pick<Post, 'id' | 'title' | 'until'>) {
  await db.query('update post set title = $2, until = $3 where id = $1', [id, title, until]);
}

/** Steps of this role in the person's hands. */
export async function openStepsOfRole(db: Queryable, person: string, role: string): Promise<number> {
  const [row] = await db.query<{ count: number }[]>(
    `select count(*)::int as count from task_view
     where assignee = $1 and role = $2 and status in ('open', 'suspended') and not trial`,
    [person, role],
  );
  return row?.count ?? 0;
}
