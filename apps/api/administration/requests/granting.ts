import { Inject, Injectable } from '@nestjs/common';
import type { Queryable } from '../../../../database/queryable.ts';
import { deputyFor, insertDeputy } from '../../deputies/deputy.queries.ts';
import type { DeputyPlan } from '../../deputies/deputy.queries.ts';
import { requireDeputy } from '../../deputies/deputy.rules.ts';
import { RoleStore } from '../../roles/role.store.ts';
import type { TrailEntry } from '../../trail/trail.entry.ts';
import { issuePassword } from '../people/issue-password.ts';
import { updatePerson } from '../people/person.queries.ts';
import { knownPerson } from '../people/person.rules.ts';
import { insertPost, postFor } from '../posts/post.queries.ts';
import { requirePost } from '../posts/post.rules.ts';
import type { PostPlan } from '../posts/post.rules.ts';
import type { AdminRequest, Confirmed, RequestKind } from './request.schema.ts';

interface Granted {
  readonly result: Pick<Confirmed, 'post' | 'deputy' | 'oneTimePassword' | 'expiresAt'>;
  readonly entries: readonly TrailEntry[];
}
type Grant = (db: Queryable, request: AdminRequest) => Promise<Granted>;

/** What a confirmed request does; every rule is asked again, for the world may have changed since. */
@Injectable()
export class Granting {
  private readonly kinds: Readonly<Record<RequestKind, Grant>> = {
    post: (db, request) => this.post(db, request),
    password: async (db, { personId }) => {
      const person = await knownPerson(db, personId);
      const { entry, ...result } = await issuePassword(db, person);
      return { result, entries: [entry] };
    },
    reactivation: async (db, { personId }) => {
      const before = await knownPerson(db, personId);
      await updatePerson(db, { ...before, active: true });
      const after = await knownPerson(db, personId);
      return { result: {}, entries: [{ action: 'person-reactivated', object: ['person', personId], before, after }] };
    },
    deputy: (db, request) => this.deputy(db, request),
  };

  constructor(@Inject(RoleStore) private readonly roles: RoleStore) {}

  carryOut(db: Queryable, request: AdminRequest): Promise<Granted> {
    return this.kinds[request.kind](db, request);
  }

  private async post(db: Queryable, { personId, payload }: AdminRequest): Promise<Granted> {
    const plan = payload as unknown as PostPlan;
    await requirePost(db, await this.roles.all(), personId, plan);
    const id = await insertPost(db, personId, plan);
    const post = await postFor(db, id);
    if (!post) throw new Error('the post was not inserted');
    return { result: { post }, entries: [{ action: 'post-granted', object: ['post', id], after: post }] };
  }

  private async deputy(db: Queryable, { payload, requestedBy }: AdminRequest): Promise<Granted> {
    const plan = payload as unknown as DeputyPlan;
    await requireDeputy(db, await this.roles.all(), plan);
    const id = await insertDeputy(db, plan, requestedBy);
    const deputy = await deputyFor(db, id);
    if (!deputy) throw new Error('the deputy was not inserted');
    return { result: { deputy }, entries: [{ action: 'deputy-given', object: ['deputy', id], after: deputy }] };
  }
}
