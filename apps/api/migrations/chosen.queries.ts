import { Inject, Injectable } from '@nestjs/common';
import type { Caller } from '../access/caller.ts';
import { withinCircle } from '../access/reach.ts';
import { Database } from '../database.ts';
import { Conditions } from '../lists/conditions.ts';
import type { Chosen } from './migration.queries.ts';
import type { OrderMigration } from './migration.schema.ts';

interface Choice {
  readonly key: string;
  readonly order: OrderMigration;
  readonly caller: Caller;
  /** A dry run plans every case, also those whose particulars the caller will not be told. */
  readonly everywhere: boolean;
}

const live = `c.status not in ('completed', 'cancelled')`;

/** Which open cases a migration is for: those of the version, and those that run it as a called process. */
@Injectable()
export class ChosenQueries {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** Those named that are not among them are told as not found: an id outside the circle says no more. */
  async chosen(choice: Choice): Promise<readonly Chosen[]> {
    const found = await this.database.rows<Chosen>(...this.statement(choice));
    const { cases } = choice.order;
    if (!cases) return found;
    const known = new Set(found.map(({ caseId }) => caseId));
    const refusal = { code: 'NOT_FOUND', message: '没有这个在办案件，或者它不在该版本上、不在您的知悉范围内' };
    const missing = [...new Set(cases)].filter((id) => !known.has(id));
    return [...found, ...missing.map((caseId) => ({ caseId, ref: '', refusal }))];
  }

  private statement({ key, order, caller, everywhere }: Choice): [string, readonly unknown[]] {
    const where = new Conditions();
    const { fromVersion, toVersion, cases, filter, trial } = order;
    where.add(`c.trial = ${where.bind(trial)}`);
    if (cases) where.add(`c.id = any(${where.bind(cases)})`);
    if (filter.status) where.add(`c.status = ${where.bind(filter.status)}`);
    if (filter.openedFrom)
      where.add(`c.opened_at >= ${where.bind(`${filter.openedFrom}T00:00:00+08:00`)}::timestamptz`);
    if (filter.openedTo)
      where.add(`c.opened_at < ${where.bind(`${filter.openedTo}T00:00:00+08:00`)}::timestamptz + interval '1 day'`);
    const { agency, elementId } = filter;
    if (agency ?? elementId) {
      const at = elementId ? `and t.element_id = ${where.bind(elementId)}` : '';
      const of = agency ? `and t.agency = ${where.bind(agency)}` : '';
      where.add(
        `exists (select from task_view t where t.case_id = c.id and t.status in ('open', 'suspended') ${at} ${of})`,
      );
    }
    if (!everywhere) withinCircle(caller, where);
    const [name, to] = [where.bind(key), where.bind(toVersion)];
    const own = fromVersion === undefined ? `c.version <> ${to}` : `c.version = ${where.bind(fromVersion)}`;
    const called = fromVersion === undefined ? `${name} || '@%'` : where.bind(`${key}@${fromVersion}`);
    const text = `select "caseId", ref from (
        select c.id as "caseId", c.definition_key || '@' || c.version as ref, c.opened_at
        from case_view c where ${live} and c.definition_key = ${name} and ${own} and ${where.text()}
        union
        select c.id, r.data->>'called', c.opened_at
        from timeline r join case_view c on c.id = r.case_id
        where r.kind = 'call-resolved' and r.data->>'called' like ${called} and r.data->>'called' <> ${name} || '@' || ${to}
          and ${live} and ${where.text()}) found
      order by opened_at, "caseId", ref`;
    return [text, where.values()];
  }
}
