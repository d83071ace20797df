import { Inject, Injectable } from '@nestjs/common';
import { agenciesSeenBy, guestNamesOf, isSupervised, namesOf, overseesAll } from '../../../domain/access.ts';
import { civilDateOf } from '../../../domain/civil-date.ts';
import type { Caller } from '../access/caller.ts';
import { Database } from '../database.ts';
import type { Scope } from './board.scope.ts';
import type { Sight } from './sight.ts';

/** What a caller may see, looked up before anything is counted: access is judged by group, and by case only where it must be. */
@Injectable()
export class SightQueries {
  constructor(@Inject(Database) private readonly database: Database) {}

  async of(caller: Caller, scope: Scope): Promise<Sight> {
    const hidden = caller.recused ? await this.hidden(caller) : [];
    // A supervised unit is everywhere a guest.
    if (hidden === null || isSupervised(caller))
      return { caller, scope, groups: [], shared: [], hidden: [], singles: null };
    if (!overseesAll(caller)) return { ...(await this.ofAgencies(caller, scope)), hidden };
    const seen = { caller, scope, hidden, singles: [] };
    if (scope.agency === undefined && scope.definitionKey === undefined) return { ...seen, groups: null, shared: null };
    const all = await this.groups(scope, null);
    return { ...seen, ...all, groups: scope.definitionKey === undefined ? null : all.groups };
  }

  private async ofAgencies(caller: Caller, scope: Scope) {
    const seen = agenciesSeenBy(caller);
    const [groups, singles] = await Promise.all([this.groups(scope, seen), this.singles(caller, seen)]);
    return { caller, scope, ...groups, singles };
  }

  /** 回避: the cases that the caller does not see; null where that hangs on what a case is about, and each is judged. */
  private async hidden({ user }: Caller): Promise<readonly string[] | null> {
    const row = await this.database.row<{ named: boolean; cases: readonly string[] }>(
      `with standing as (select family, names from recusal where person_id = $1 and state = 'approved' and hides
         and since <= $2::date and coalesce(until >= $2::date, true))
       select exists (select from standing where names is not null) as named,
         array(select id from case_view where family in (select family from standing)) as cases`,
      [user, civilDateOf(Date.now())],
    );
    return row === undefined || row.named ? null : row.cases;
  }

  /** Groups of these agencies, of all for null: all of the scope, and those that its agency takes part in. */
  private async groups({ agency, definitionKey }: Scope, seen: readonly string[] | null) {
    const rows = await this.database.rows<{ id: number; shared: boolean }>(
      `select id, $2::text is null or agencies @> array[$2] as shared from case_group
       where ($1::text is null or definition_key = $1) and ($3::text[] is null or agencies && $3)`,
      [definitionKey ?? null, agency ?? null, seen],
    );
    return { groups: rows.map(({ id }) => id), shared: rows.flatMap(({ id, shared }) => (shared ? [id] : [])) };
  }

  /** Cases that the caller sees by name, not by agency. A deputy sees what the principals' steps bring: any may. */
  private async singles(caller: Caller, seen: readonly string[]): Promise<readonly string[] | null> {
    if (caller.principals.length > 0) return null;
    const rows = await this.database.rows<{ id: string }>(
      `select c.id from case_view c
       where not c.trial and (c.opened_by = $1 or c.people && $2::text[]) and not c.agencies && $3::text[]`,
      [caller.user, [...namesOf(caller), ...guestNamesOf(caller)], seen],
    );
    return rows.map(({ id }) => id);
  }
}
