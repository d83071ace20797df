import { Inject, Injectable } from '@nestjs/common';
import { agenciesSeenBy, guestNamesOf, isSupervised, namesOf, overseesAll } from '../../../domain/access.ts';
import type { Caller } from '../access/caller.ts';
import { Database } from '../database.ts';
import type { Scope } from './board.scope.ts';
import type { Sight } from './sight.ts';

/** What a caller may see, looked up before anything is counted: access is judged by group, and by case only where it must be. */
@Injectable()
export class SightQueries {
  constructor(@Inject(Database) private readonly database: Database) {}

  async of(caller: Caller, scope: Scope): Promise<Sight> {
    const asked = { caller, scope };
    // Who has stepped back from something is judged case by case; a supervised unit is everywhere a guest.
    if (caller.recused || isSupervised(caller)) return { ...asked, groups: [], shared: [], singles: null };
    if (!overseesAll(caller)) return this.ofAgencies(caller, scope);
    if (scope.agency === undefined && scope.definitionKey === undefined)
      return { ...asked, groups: null, shared: null, singles: [] };
    const all = await this.groups(scope, null);
    return { ...asked, ...all, groups: scope.definitionKey === undefined ? null : all.groups, singles: [] };
  }

  private async ofAgencies(caller: Caller, scope: Scope): Promise<Sight> {
    const seen = agenciesSeenBy(caller);
    const [groups, singles] = await Promise.all([this.groups(scope, seen), this.singles(caller, seen)]);
    return { caller, scope, ...groups, singles };
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
