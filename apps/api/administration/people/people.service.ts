import { Inject, Injectable } from '@nestjs/common';
import { fromPool } from '../../../../database/queryable.ts';
import type { Queryable } from '../../../../database/queryable.ts';
import { CaseError } from '../../../../domain/errors.ts';
import { Database } from '../../database.ts';
import { agencyFor } from '../agencies/agency.queries.ts';
import { Changes } from '../changes.ts';
import type { ChangeOrder } from '../changes.ts';
import { endSessionsOf, insertPerson, PeopleQueries, personFor, personOf, updatePerson } from './person.queries.ts';
import { knownPerson, refuseOneself, requireAnother } from './person.rules.ts';
import type { Deactivate, NewPerson, Person, PersonList, PersonPatch, PersonQuery } from './person.schema.ts';

/** The system administrator's part: accounts without a password and without rights. */
@Injectable()
export class PeopleService {
  constructor(
    @Inject(PeopleQueries) private readonly queries: PeopleQueries,
    @Inject(Changes) private readonly changes: Changes,
    @Inject(Database) private readonly database: Database,
  ) {}

  async list(query: PersonQuery): Promise<PersonList> {
    const { rows, ...page } = await this.queries.list(query);
    return { ...page, items: rows.map(personOf) };
  }

  one(id: string): Promise<Person> {
    return knownPerson(fromPool(this.database.pool), id);
  }

  create(order: ChangeOrder, person: NewPerson): Promise<Person> {
    return this.changes.carryOut(order, async (db) => {
      if (await personFor(db, person.id)) throw new CaseError('CONFLICT', `用户名“${person.id}”已被使用`);
      await requireAgency(db, person.agency);
      await insertPerson(db, person);
      const result = await knownPerson(db, person.id);
      return {
        result,
        entries: [{ action: 'person-created', object: ['person', person.id], after: result, reason: person.reason }],
      };
    });
  }

  change(order: ChangeOrder, id: string, { name, agency, reason }: PersonPatch): Promise<Person> {
    return this.changes.carryOut(order, async (db) => {
      const before = await knownPerson(db, id);
      if (agency !== undefined) await requireAgency(db, agency);
      await updatePerson(db, { ...before, name: name ?? before.name, agency: agency ?? before.agency });
      const result = await knownPerson(db, id);
      return { result, entries: [{ action: 'person-changed', object: ['person', id], before, after: result, reason }] };
    });
  }

  /** Signed out at once. While steps are in the person's hands it is refused, unless asked for all the same. */
  deactivate(order: ChangeOrder, id: string, { evenIfTasksOpen, reason }: Deactivate): Promise<Person> {
    return this.changes.carryOut(order, async (db) => {
      const before = await knownPerson(db, id);
      refuseOneself(order.caller, id);
      await requireAnother(db, before);
      if (before.openTasks > 0 && !evenIfTasksOpen)
        throw new CaseError('TASKS_OPEN', `“${before.name}”手中还有 ${before.openTasks} 项任务，请先交接`, {
          openTasks: before.openTasks,
        });
      await updatePerson(db, { ...before, active: false });
      const sessions = await endSessionsOf(db, id);
      const result = await knownPerson(db, id);
      const after = { ...result, sessionsEnded: sessions };
      return { result, entries: [{ action: 'person-deactivated', object: ['person', id], before, after, reason }] };
    });
  }
}

async function requireAgency(db: Queryable, id: string): Promise<void> {
  const agency = await agencyFor(db, id);
  if (agency?.active) return;
  throw new CaseError('UNKNOWN_AGENCY', `没有代码为“${id}”的单位，或者该单位已撤销`, {
    defects: [{ code: 'UNKNOWN_AGENCY', message: '没有这个单位', path: 'agency' }],
  });
}
