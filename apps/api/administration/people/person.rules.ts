import type { Queryable } from '../../../../database/queryable.ts';
import { isAdministratorKind } from '../../../../domain/administration.ts';
import type { AdministratorKind } from '../../../../domain/administration.ts';
import { CaseError } from '../../../../domain/errors.ts';
import type { Caller } from '../../access/caller.ts';
import { othersOfKind, personFor } from './person.queries.ts';
import type { Person } from './person.schema.ts';

/** Throws NOT_FOUND for an account that nobody has. */
export async function knownPerson(db: Queryable, id: string): Promise<Person> {
  const found = await personFor(db, id);
  if (!found) throw new CaseError('NOT_FOUND', `没有用户名为“${id}”的人员`);
  return found;
}

/** Nobody changes what he himself may do. */
export function refuseOneself({ user }: Caller, person: string): void {
  if (user === person) throw new CaseError('NOT_FOR_ONESELF', '不能对本人的账号进行此操作，请由其他管理员办理');
}

/** Which administrator's post the person holds today. */
export const kindOf = ({ posts }: Person): AdministratorKind | null =>
  posts
    .filter(({ current }) => current)
    .map(({ role }) => role)
    .find(isAdministratorKind) ?? null;

/** Of each kind of administrator somebody must be left who can sign in. */
export async function requireAnother(db: Queryable, person: Person, role = kindOf(person)): Promise<void> {
  if (role === null || !person.active || (await othersOfKind(db, role, person.id)) > 0) return;
  throw new CaseError('LAST_ADMINISTRATOR', `“${person.name}”是最后一名此类管理员，请先另行任命`, { role });
}
