import { Inject, Injectable } from '@nestjs/common';
import { civilDateOf } from '../../../domain/civil-date.ts';
import { CaseError } from '../../../domain/errors.ts';
import type { Act } from '../../../engine/command.ts';
import type { Capacity, Caller } from '../access/caller.ts';
import type { CaseObject } from '../access/object.queries.ts';
import { Database } from '../database.ts';

/** 回避: the one rule that every command passes, whoever acts, for whom, and whomever something is given to. */
@Injectable()
export class RecusalCheck {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** Throws RECUSED with those who have stepped back. A trial binds no persons. */
  async require(
    circle: CaseObject,
    { caller, capacity, act }: { readonly caller: Caller; readonly capacity?: Capacity | undefined; readonly act: Act },
  ): Promise<void> {
    if (circle.trial) return;
    const own = [...(caller.recused ? [caller.user] : []), ...(capacity?.onBehalfOf ? [capacity.onBehalfOf.user] : [])];
    const recused = await this.recusedAmong(circle.family, [...own, ...peopleIn(act)]);
    if (recused.length === 0) return;
    const names = recused.map(({ name }) => `“${name}”`).join('、');
    throw new CaseError('RECUSED', `${names}在本案中有回避登记，不能办理`, { users: recused.map(({ id }) => id) });
  }

  async recusedAmong(family: string, users: readonly string[]): Promise<readonly { id: string; name: string }[]> {
    if (users.length === 0) return [];
    return this.database.rows(
      'select p.id, p.name from person p where p.id = any($1) and recusal_of(p.id, $2, $3::date) is not null order by p.id',
      [users, family, civilDateOf(Date.now())],
    );
  }
}

/** Whomever the act gives something to. */
export function peopleIn(act: Act): readonly string[] {
  switch (act.kind) {
    case 'transferTask':
    case 'delegateTask':
    case 'succeed':
      return [act.to];
    case 'replacePerson':
      return act.to === null ? [] : [act.to];
    case 'recuse':
      return act.to === undefined ? [] : [act.to];
    case 'addTask':
      return act.assignee === undefined ? [] : [act.assignee];
    case 'copyCase':
      return act.to;
    case 'addSigner':
      return act.users;
    case 'several':
      return [...new Set(act.acts.flatMap(peopleIn))];
    default:
      return [];
  }
}
