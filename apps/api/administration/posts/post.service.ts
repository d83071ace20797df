import { Inject, Injectable } from '@nestjs/common';
import type { Queryable } from '../../../../database/queryable.ts';
import { confirmerOfPost, isAdministratorKind } from '../../../../domain/administration.ts';
import { addDays, civilDate, civilDateOf } from '../../../../domain/civil-date.ts';
import { CaseError } from '../../../../domain/errors.ts';
import { RoleStore } from '../../roles/role.store.ts';
import { Changes } from '../changes.ts';
import type { ChangeOrder } from '../changes.ts';
import type { Post } from '../people/person.schema.ts';
import { knownPerson, refuseOneself, requireAnother } from '../people/person.rules.ts';
import { insertRequest } from '../requests/request.queries.ts';
import type { AdminRequest } from '../requests/request.schema.ts';
import { openStepsOfRole, postFor, PostQueries, updatePost } from './post.queries.ts';
import { requirePost } from './post.rules.ts';
import type { EndPost, NewPost, PostList, PostPatch, PostQuery } from './post.schema.ts';

/** Posts: asked for by the system administrator, valid once another kind of administrator has confirmed; ended at once. */
@Injectable()
export class PostService {
  constructor(
    @Inject(PostQueries) private readonly queries: PostQueries,
    @Inject(Changes) private readonly changes: Changes,
    @Inject(RoleStore) private readonly roles: RoleStore,
  ) {}

  async list(query: PostQuery): Promise<PostList> {
    const { rows, ...page } = await this.queries.list(query);
    return { ...page, items: rows.map(({ post }) => post) };
  }

  async ask(order: ChangeOrder, personId: string, { reason, ...asked }: NewPost): Promise<AdminRequest> {
    const book = await this.roles.all();
    const plan = { ...asked, since: asked.since ?? civilDateOf(Date.now()) };
    return this.changes.carryOut(order, async (db) => {
      await knownPerson(db, personId);
      refuseOneself(order.caller, personId);
      await requirePost(db, book, personId, plan);
      return insertRequest(db, order.caller, {
        kind: 'post',
        personId,
        payload: plan,
        confirmer: confirmerOfPost(plan.role),
        reason,
      });
    });
  }

  change(order: ChangeOrder, id: string, { title, reason }: PostPatch): Promise<Post> {
    return this.changes.carryOut(order, async (db) => {
      const before = await known(db, id);
      await updatePost(db, { ...before, title });
      const result = await known(db, id);
      return { result, entries: [{ action: 'post-changed', object: ['post', id], before, after: result, reason }] };
    });
  }

  /** Rights end without anybody's consent, from now on; what was held remains on record. */
  end(order: ChangeOrder, id: string, { until, evenIfTasksOpen, reason }: EndPost): Promise<Post> {
    return this.changes.carryOut(order, async (db) => {
      const before = await known(db, id);
      if (civilDate(until) < addDays(civilDateOf(Date.now()), -1))
        throw new CaseError('INVALID_DATES', '任职不能追溯截止，最早截止到昨天');
      if (before.until !== null && until > before.until)
        throw new CaseError('INVALID_DATES', '延长任职须重新申请', { until: before.until });
      const person = await knownPerson(db, before.personId);
      if (isAdministratorKind(before.role)) await requireAnother(db, person, before.role);
      const openTasks = await openStepsOfRole(db, before.personId, before.role);
      if (openTasks > 0 && !evenIfTasksOpen)
        throw new CaseError('TASKS_OPEN', `“${person.name}”手中还有此岗位的 ${openTasks} 项任务，请先交接`, {
          openTasks,
        });
      await updatePost(db, { ...before, until });
      const result = await known(db, id);
      return { result, entries: [{ action: 'post-ended', object: ['post', id], before, after: result, reason }] };
    });
  }
}

async function known(db: Queryable, id: string): Promise<Post> {
  const found = await postFor(db, id);
  if (!found) throw new CaseError('NOT_FOUND', '没有这个岗位');
  return found;
}
