import { Inject, Injectable } from '@nestjs/common';
import { counterpartOf } from '../../../domain/case-link.ts';
import type { LinkKind } from '../../../domain/case-link.ts';
import { civilDateOf } from '../../../domain/civil-date.ts';
import { defaultSecrecy, secrecyOf } from '../../../domain/secrecy.ts';
import type { Secrecy } from '../../../domain/secrecy.ts';
import type { Variables } from '../../../engine/command.ts';
import type { Caller } from '../access/caller.ts';
import { withinCircle } from '../access/reach.ts';
import { isMergedInto } from '../../../database/case-links.queries.ts';
import { fromPool } from '../../../database/queryable.ts';
import { Database } from '../database.ts';
import { Conditions } from '../lists/conditions.ts';

interface Row {
  readonly caseId: string;
  readonly number: string;
  readonly title: string;
  readonly status: string;
  readonly definitionKey: string;
  readonly kind: LinkKind;
  /** As the other case tells it. */
  readonly theirs: boolean;
  readonly at: number;
}

/** Links of a case. A case that has ended hears of none any more: what others tell of it counts as well. */
@Injectable()
export class LinkQueries {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** Only those to cases that the caller may see. */
  async list(caseId: string, caller: Caller) {
    const where = new Conditions();
    const own = where.bind(caseId);
    withinCircle(caller, where);
    const rows = await this.database.rows<Row>(
      `with told as (
         select other_id, kind, at, false as theirs from link_view where case_id = ${own} and not removed
         union all
         select case_id, kind, at, true from link_view where other_id = ${own} and not removed)
       select c.id as "caseId", c.number, c.title, c.status, c.definition_key as "definitionKey", told.kind, told.theirs,
         told.at from told join case_view c on c.id = told.other_id where ${where.text()} order by told.at, c.number`,
      where.values(),
    );
    const known = new Map<string, Omit<Row, 'theirs'>>();
    for (const { theirs, kind, ...row } of rows) {
      const seen = theirs ? counterpartOf(kind) : kind;
      const key = `${seen} ${row.caseId}`;
      if (!known.has(key)) known.set(key, { ...row, kind: seen });
    }
    return [...known.values()];
  }

  async mergedInto(caseId: string): Promise<string | null> {
    const row = await this.database.row<{ number: string }>(
      `select number from link_view where case_id = $1 and kind = 'merged-into'`,
      [caseId],
    );
    return row?.number ?? null;
  }

  isMerged(caseId: string, into: string): Promise<boolean> {
    return isMergedInto(fromPool(this.database.pool), caseId, into);
  }

  async numberOf(caseId: string): Promise<string> {
    const row = await this.database.row<{ number: string }>('select number from case_view where id = $1', [caseId]);
    return row?.number ?? caseId;
  }

  /** Who has a step in hand in a case and has stepped back from another. */
  recusedAtWork(from: string, at: string): Promise<readonly { readonly id: string; readonly name: string }[]> {
    return this.database.rows(
      `select distinct p.id, p.name from task_view t join person p on p.id in (t.assignee, t.owner)
       join case_view c on c.id = $1
       where t.case_id = $2 and t.status in ('open', 'suspended') and recusal_of(p.id, c.family, $3::date) is not null
       order by p.id`,
      [from, at, civilDateOf(Date.now())],
    );
  }

  /** What the case was answered about another one since a step: accepted, or refused with a reason. */
  async answerAbout(caseId: string, otherId: string, since: number) {
    return this.database.row<{ kind: string; otherId: string; code: string | null; message: string | null }>(
      `select kind, data->>'caseId' as "otherId", data->>'code' as code, data->>'message' as message from timeline
       where case_id = $1 and seq > $3 and data->>'caseId' = $2
         and kind in ('case-absorbed', 'merge-refused', 'case-split', 'split-refused')
       order by seq desc limit 1`,
      [caseId, otherId, since],
    );
  }

  /** The case that a step has asked to be opened. */
  async splitAskedBy(caseId: string, seq: number): Promise<string> {
    const row = await this.database.row<{ id: string }>(
      `select data->>'caseId' as id from timeline where case_id = $1 and seq = $2 and kind = 'split-asked'`,
      [caseId, seq],
    );
    if (!row) throw new Error(`step ${seq} of ${caseId} has split nothing off`);
    return row.id;
  }

  async secrecyOf(caseId: string): Promise<Secrecy> {
    const row = await this.database.row<{ secrecy: string }>('select secrecy from case_view where id = $1', [caseId]);
    return secrecyOf(row?.secrecy ?? '') ?? defaultSecrecy;
  }

  async variablesOf(caseId: string): Promise<Variables> {
    const row = await this.database.row<{ variables: Variables }>('select variables from case_view where id = $1', [
      caseId,
    ]);
    return row?.variables ?? {};
  }

  /** Of these attachments those that the case does not show. */
  async strangeAttachments(caseId: string, ids: readonly string[]): Promise<readonly string[]> {
    const rows = await this.database.rows<{ id: string }>(
      `select asked as id from unnest($2::text[]) as asked
       where asked not in (select id from attachments_of($1))`,
      [caseId, ids],
    );
    return rows.map(({ id }) => id);
  }
}
