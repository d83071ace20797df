import type { CaseCircle, TaskCircle } from '../../../domain/access.ts';
import { civilDateOf } from '../../../domain/civil-date.ts';
import { Inject, Injectable } from '@nestjs/common';
import { keepersOn } from '../../../database/dossier.acts.ts';
import { fromPool } from '../../../database/queryable.ts';
import { Database } from '../database.ts';
import type { Caller } from './caller.ts';
import { asDeputyFor, principalsParameter } from './deputized.ts';

/** What of a case decides whether the caller may see it and act in it, and what a command needs. */
export interface CaseObject extends CaseCircle {
  readonly id: string;
  readonly family: string;
  readonly status: string;
  readonly secrecy: string;
  readonly definitionKey: string;
  readonly version: number;
  /** The case's clock at its last step, epoch milliseconds. */
  readonly clock: number;
}

/** What of a task decides who may act on it. */
export interface TaskObject extends TaskCircle {
  readonly id: string;
  readonly caseId: string;
  readonly elementId: string;
  readonly status: string;
  readonly form: string | null;
  /** The agency that has the step and that of whoever has it in hand, with the ones above them: whose heads may assign it. */
  readonly houses: readonly string[];
  readonly formVersion: number | null;
}

const caseColumns = `c.id, c.family, c.trial, c.opened_by as "openedBy", c.agencies, c.people, c.status, c.secrecy,
  c.definition_key as "definitionKey", c.version, c.clock,
  case when c.family = c.id then c.opened_by
       else (select top.opened_by from case_view top where top.id = c.family) end as "familyOpenedBy",
  ${asDeputyFor('$2', '$3')} as "asDeputyFor",
  case when $4::boolean and not c.trial then recusal_of($2, c.family, $5::date) end as recused`;

const caseSql = `select ${caseColumns} from case_view c where c.id = $1`;

const taskSql = `select ${caseColumns},
    jsonb_build_object('id', t.id, 'caseId', t.case_id, 'elementId', t.element_id, 'status', t.status, 'role', t.role,
      'agency', t.agency, 'assignee', t.assignee, 'owner', t.owner, 'candidateUsers', to_jsonb(t.candidate_users),
      'form', t.form, 'formVersion', t.form_version, 'endedBy', t.ended_by, 'kind', t.kind,
      'houses', (select coalesce(jsonb_agg(distinct h.house), '[]')
                 from agency a cross join lateral (values (a.id), (a.parent_id)) as h(house)
                 where h.house is not null
                   and a.id in (t.agency, (select p.agency_id from person p where p.id = t.assignee)))) as task
  from task_view t join case_view c on c.id = t.case_id where t.id = $1`;

/** Loads the objects that the guard judges: one query each. */
@Injectable()
export class ObjectQueries {
  constructor(@Inject(Database) private readonly database: Database) {}

  caseById(id: string, caller: Caller): Promise<CaseObject | undefined> {
    return this.database.row<CaseObject>(caseSql, [id, ...asks(caller)]);
  }

  async taskById(
    id: string,
    caller: Caller,
  ): Promise<{ readonly case: CaseObject; readonly task: TaskObject } | undefined> {
    const row = await this.database.row<CaseObject & { task: TaskObject }>(taskSql, [id, ...asks(caller)]);
    if (!row) return undefined;
    const { task, ...found } = row;
    return { case: found, task };
  }

  /** With the cases that show it: its own, those that it was shared with by 分案, and those that each of them ended in by 并案. */
  attachmentById(id: string): Promise<{ cases: readonly string[]; uploadedBy: string } | undefined> {
    return this.database.row(
      `with recursive shown as (
         select case_id from attachment where id = $1 and case_id is not null
         union select case_id from attachment_share where attachment_id = $1
         union select l.other_id from shown join link_view l on l.case_id = shown.case_id and l.kind = 'merged-into')
       select uploaded_by as "uploadedBy", array(select case_id from shown) as cases from attachment where id = $1`,
      [id],
    );
  }

  /** The unit itself, undefined when the registry has none of this id. */
  async unitById(id: string): Promise<readonly string[] | undefined> {
    const row = await this.database.row<object>('select from unit where agency_id = $1', [id]);
    return row && [id];
  }

  /** Where a registered person holds or held a post. */
  async unitsOfCadre(id: string): Promise<readonly string[] | undefined> {
    const row = await this.database.row<{ units: readonly string[] }>(
      `select array(select distinct p.unit_id from cadre_post p where p.cadre_id = c.id) as units from cadre c where c.id = $1`,
      [id],
    );
    return row?.units;
  }

  /** Whether somebody keeps dossiers today. */
  async keepsDossiers(user: string): Promise<boolean> {
    return (await keepersOn(fromPool(this.database.pool), civilDateOf(Date.now()))).includes(user);
  }

  /** The registered person who has this account. */
  async cadreOf(account: string): Promise<string | null> {
    const row = await this.database.row<{ id: string }>('select id from cadre where account = $1', [account]);
    return row?.id ?? null;
  }
}

const asks = (caller: Caller): readonly unknown[] => [
  caller.user,
  principalsParameter(caller),
  caller.recused,
  civilDateOf(Date.now()),
];
