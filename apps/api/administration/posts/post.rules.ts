import type { Queryable } from '../../../../database/queryable.ts';
import { civilDate } from '../../../../domain/civil-date.ts';
import { CaseError } from '../../../../domain/errors.ts';
import { clashesWith, mayCarry } from '../../../../domain/role-rule.ts';
import type { RoleBook } from '../../../../domain/role-rule.ts';
import { agencyFor } from '../agencies/agency.queries.ts';
import type { Post } from '../people/person.schema.ts';
import { postsWithin } from './post.queries.ts';

export type PostPlan = Pick<Post, 'agency' | 'role' | 'title' | 'since' | 'until'>;

const refusal = (code: string, message: string, path: string, details: Readonly<Record<string, unknown>> = {}) =>
  new CaseError(code, message, { ...details, defects: [{ code, message, path }] });

/** Whether this person may hold this post: asked when it is asked for, and again when it is confirmed. */
export async function requirePost(db: Queryable, book: RoleBook, person: string, plan: PostPlan): Promise<void> {
  const { role, since, until } = plan;
  civilDate(since);
  if (until !== null && civilDate(until) < since) throw refusal('INVALID_DATES', '任职的截止日早于起始日', 'until');
  const rule = Object.hasOwn(book, role) ? book[role] : undefined;
  if (!rule) throw refusal('UNKNOWN_ROLE', `没有名为“${role}”的角色`, 'role');
  const agency = await agencyFor(db, plan.agency);
  if (!agency?.active) throw refusal('UNKNOWN_AGENCY', `没有代码为“${plan.agency}”的单位，或者该单位已撤销`, 'agency');
  if (!mayCarry(rule, agency))
    throw refusal('ROLE_NOT_OF_AGENCY', `“${agency.name}”不设“${rule.name}”这一角色`, 'role');
  const held = await postsWithin(db, person, since, until);
  if (held.some((post) => post.role === role && post.agency === plan.agency))
    throw new CaseError('CONFLICT', '该人员在这段时间已任此职');
  const clashes = clashesWith(role, [...new Set(held.map((post) => post.role))], book);
  if (clashes.length > 0) {
    const names = clashes.map((key) => `“${book[key]?.name ?? key}”`).join('、');
    throw refusal('ROLES_APART', `同一人不得兼任“${rule.name}”与${names}`, 'role', { clashes });
  }
}
