import { Inject, Injectable } from '@nestjs/common';
import { isMarked, unmarked } from '../../../domain/secrecy.ts';
import { Database } from '../database.ts';
import type { Caller } from './caller.ts';
import type { CaseObject } from './object.queries.ts';

/** What was looked at, by which route. */
interface Look {
  readonly object: 'case' | 'attachment' | 'export' | 'payload' | 'dossier' | 'rows';
  readonly objectId?: string;
  readonly route: string;
}

/** What is read again so soon by the same session is not written again. */
const halfHour = 30 * 60_000;

/** 查阅记录: reading a case of work secrets or above leaves an entry before anything is answered. A trial leaves none. */
@Injectable()
export class AccessLog {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** Whether this reading is kept. */
  async read(caller: Caller, circle: CaseObject, look: Look): Promise<boolean> {
    if (circle.trial || !isMarked(circle.secrecy)) return false;
    await this.write(caller, [circle.id], look);
    return true;
  }

  /** Whoever asked for a marked case, or for a file of one, and may not read it. */
  refused(caller: Caller, cases: readonly string[], look: Look): Promise<void> {
    return this.write(caller, cases, look, true);
  }

  /** What belongs to no case: a dossier that was refused, rows of the supervision platform. */
  elsewhere(caller: Caller, look: Look, refused = false): Promise<void> {
    return this.anywhere(caller, [], look, refused);
  }

  /** Each marked case of which something goes out in a file. */
  async exported<Page extends { readonly items: readonly object[] }>(
    caller: Caller,
    route: string,
    page: Page,
    caseOf: (item: Page['items'][number]) => string,
  ): Promise<Page> {
    await this.write(caller, [...new Set(page.items.map(caseOf))], { object: 'export', route });
    return page;
  }

  /** Sealed contents that were opened outside the pages; where they name no case, that they were opened. */
  unsealed(caller: Caller, cases: readonly string[], look: Look): Promise<void> {
    return this.anywhere(caller, cases, look, false);
  }

  /** Of each case, whatever its mark; one entry without a case where there is none. */
  private async anywhere(
    caller: Caller,
    cases: readonly string[],
    { object, objectId = '', route }: Look,
    refused: boolean,
  ): Promise<void> {
    await this.database.rows(
      `insert into access_log
         (person_id, case_id, number, secrecy, object, object_id, route, session, remote, slot, at, refused)
       select $1, c.id, c.number, coalesce(c.secrecy, 'work-secret'), $3, $4, $5, $6, $7, $8, $9, $10
       from (select null) one left join case_view c on c.id = any($2) on conflict do nothing`,
      [caller.user, cases, object, objectId, route, ...whence(caller, new Date()), refused],
    );
  }

  private async write(
    caller: Caller,
    cases: readonly string[],
    { object, objectId = '', route }: Look,
    refused = false,
  ): Promise<void> {
    await this.database.rows(
      `insert into access_log
         (person_id, case_id, number, secrecy, object, object_id, route, session, remote, slot, at, refused)
       select $1, c.id, c.number, c.secrecy, $3, $4, $5, $6, $7, $8, $9, $11 from case_view c
       where c.id = any($2) and c.secrecy <> all($10) and not c.trial on conflict do nothing`,
      [caller.user, cases, object, objectId, route, ...whence(caller, new Date()), unmarked, refused],
    );
  }
}

/** Session, address, half hour and moment of a reading. */
const whence = ({ session, remote }: Caller, at: Date) =>
  [session.slice(0, 12), remote, Math.floor(at.getTime() / halfHour), at] as const;
