import { Inject, Injectable } from '@nestjs/common';
import { isGuest, isSupervised, mayReadAttachment } from '../../../domain/access.ts';
import type { Json } from '../../../engine/command.ts';
import type { Caller } from '../access/caller.ts';
import type { CaseObject } from '../access/object.queries.ts';
import { withinReach } from '../access/reach.ts';
import { Database } from '../database.ts';
import { Conditions } from '../lists/conditions.ts';
import { readCursor } from '../lists/cursor.ts';
import { Pages } from '../lists/page.ts';
import type { Diagram, Entry, TimelineQuery } from './history.schema.ts';

export interface LetterRow {
  readonly id: string;
  readonly status: string;
  readonly agency: string | null;
  readonly elementId: string | null;
  readonly createdAt: number;
  readonly changedAt: number;
  readonly data: Readonly<Record<string, Json>>;
}

export interface AttachmentRow {
  readonly id: string;
  readonly hash: string;
  readonly size: number;
  readonly name: string;
  readonly type: string;
  readonly uploadedBy: string;
  readonly uploadedAt: number;
}

/** A call activity and the elements of the procedure it called, each with the scope that contains it. */
export interface Containment {
  readonly elementId: string;
  readonly scopes: Readonly<Record<string, string>>;
}

export interface RunProcedure extends Pick<Containment, 'scopes'> {
  readonly document: Buffer;
}

const scopesOf = (definition: string): string =>
  `(select jsonb_object_agg(e.key, e.value->>'scope') from jsonb_each(${definition}.model->'elements') e)`;

/** Where a case stands besides the steps that people take. */
const others = `union all select element_id, 1 from wait_view where case_id = $1
  union all select element_id, case status when 'running' then 1 when 'opening' then 1 else 2 end from child_view where case_id = $1
  union all select element_id, 1 from incident_view where case_id = $1 and resolved_at is null
  union all select element_id, 2 from timeline where case_id = $1 and task_id is null and element_id is not null`;

const entryColumns = `l.seq, l.position, l.kind, l.at, l.actor, p.name as "actorName", l.on_behalf_of as "onBehalfOf",
  q.name as "onBehalfOfName",
  l.element_id as "elementId", l.task_id as "taskId", t.name as "taskName", l.data, l.reason`;

/** What a case leaves behind: timeline, letters, attachments, the trail on its diagram. */
@Injectable()
export class HistoryQueries {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Pages) private readonly pages: Pages,
  ) {}

  timeline(caseId: string, caller: Caller, { limit, cursor }: TimelineQuery) {
    const where = new Conditions();
    where.add(`l.case_id = ${where.bind(caseId)}`);
    withinReach(caller, where);
    return this.pages.page<Omit<Entry, 'at'> & { readonly at: number }>({
      columns: entryColumns,
      from: `timeline l join case_view c on c.id = l.case_id
        left join task_view t on t.case_id = l.case_id and t.id = l.task_id left join person p on p.id = l.actor
        left join person q on q.id = l.on_behalf_of`,
      where,
      sort: 'l.seq',
      type: 'integer',
      id: "lpad(l.position::text, 6, '0')",
      descending: false,
      limit,
      cursor: readCursor(cursor),
    });
  }

  /** The most telling state of each element: late before current before passed; of a guest's only what its own steps tell. */
  async trail(
    caseId: string,
    caller: Caller,
    { now, ownOnly }: { readonly now: Date; readonly ownOnly: boolean },
  ): Promise<Diagram['elements']> {
    const where = new Conditions();
    where.add(`t.case_id = ${where.bind(caseId)}`);
    withinReach(caller, where);
    const at = where.bind(now);
    const rows = await this.database.rows<{ elementId: string; state: Diagram['elements'][string] }>(
      `with visible as (select t.* from task_view t join case_view c on c.id = t.case_id where ${where.text()}),
       states as (
         select element_id, case when status not in ('open', 'suspended') then 2 when due_at <= ${at} then 0 else 1 end as rank
         from visible ${ownOnly ? '' : others})
       select element_id as "elementId", (array['late', 'current', 'passed'])[min(rank) + 1] as state
       from states group by element_id`,
      where.values(),
    );
    return Object.fromEntries(rows.map(({ elementId, state }) => [elementId, state]));
  }

  /** The inline calls, whether they have not been left yet, and what contains what in the procedures they called. */
  calls(caseId: string): Promise<readonly (Containment & { readonly open: boolean })[]> {
    return this.database.rows<Containment & { readonly open: boolean }>(
      `with passages as (
         select distinct on (element_id) element_id, kind from timeline
         where case_id = $1 and element_id is not null and kind in ('element-entered', 'element-left')
         order by element_id, seq desc, position desc),
       calls as (
         select distinct l.element_id, l.data->>'called' as called, p.kind = 'element-entered' as open
         from timeline l join passages p using (element_id) where l.case_id = $1 and l.kind = 'call-resolved')
       select calls.element_id as "elementId", calls.open, ${scopesOf('d')} as scopes
       from calls join definition d on d.key || '@' || d.version = calls.called`,
      [caseId],
    );
  }

  /** The procedure that a case runs by, a trial of a draft by its drawing (version 0): its document, and what contains what in it. */
  procedureOf({ family, definitionKey, version }: CaseObject): Promise<RunProcedure | undefined> {
    return version === 0
      ? this.database.row(`select d.document, ${scopesOf('d')} as scopes from trial_draft d where d.case_id = $1`, [
          family,
        ])
      : this.database.row(
          `select d.document, ${scopesOf('d')} as scopes from definition d where d.key = $1 and d.version = $2`,
          [definitionKey, version],
        );
  }

  /** A supervised unit has the letters of its own steps, another guest none. */
  letters(circle: CaseObject, caller: Caller): Promise<readonly LetterRow[]> {
    const where = new Conditions();
    where.add(`r.case_id = ${where.bind(circle.id)} and r.ledger = 'letter'`);
    if (isGuest(caller, circle)) {
      const own = isSupervised(caller) ? caller.posts.map(({ agency }) => agency) : [];
      where.add(`r.agency = any(${where.bind(own)}::text[])`);
    }
    return this.database.rows<LetterRow>(
      `select r.id, r.status, r.agency, r.element_id as "elementId", r.created_at as "createdAt",
         r.changed_at as "changedAt", r.data from record_view r where ${where.text()} order by r.created_at, r.id`,
      where.values(),
    );
  }

  async attachments(circle: CaseObject, caller: Caller): Promise<readonly AttachmentRow[]> {
    const rows = await this.database.rows<AttachmentRow>(
      `select id, hash, size, name, type, uploaded_by as "uploadedBy", uploaded_at as "uploadedAt"
       from attachments_of($1) order by uploaded_at, id`,
      [circle.id],
    );
    return rows.filter(({ uploadedBy }) => mayReadAttachment(caller, circle, uploadedBy));
  }
}
