import type { Queryable } from '../../../database/queryable.ts';
import { isAdministratorKind } from '../../../domain/administration.ts';
import { addDays, civilDate, civilDateOf } from '../../../domain/civil-date.ts';
import { CaseError } from '../../../domain/errors.ts';
import { clashesWith } from '../../../domain/role-rule.ts';
import type { RoleBook } from '../../../domain/role-rule.ts';
import { awayWithin, colleague, sameCommission, unknownDefinitions } from './deputy.queries.ts';
import type { Colleague, DeputyPlan } from './deputy.queries.ts';
import type { Given } from './deputy.schema.ts';

/** Longest commission; after that it is a post. */
const longest = 366;

const refusal = (code: string, message: string, path: string, details: Readonly<Record<string, unknown>> = {}) =>
  new CaseError(code, message, { ...details, defects: [{ code, message, path }] });

/**
 * Whether this person may stand in for that one:
 * 1. both are there and do business, in one house, so that the circle grows by nobody from elsewhere;
 * 2. the deputy holds no role that must be kept apart from those covered (查审分离);
 * 3. it covers roles that the principal holds, and procedures that there are;
 * 4. it is for a while, from today on, and not twice.
 * A deputy passes nothing on: a deputy's own deputy stands in for the deputy alone.
 */
export async function requireDeputy(db: Queryable, book: RoleBook, plan: DeputyPlan): Promise<Given['warnings']> {
  const principal = await known(db, plan.principal, 'principal');
  const deputy = await known(db, plan.deputy, 'deputy');
  if (principal.id === deputy.id) throw refusal('DEPUTY_ONESELF', '不能委托本人代理', 'deputy');
  requireTerm(plan);
  if (!principal.house.some((agency) => deputy.house.includes(agency)))
    throw refusal('DEPUTY_OUTSIDE', `“${deputy.name}”与“${principal.name}”不在同一单位，不能代理`, 'deputy');
  const foreign = (plan.roles ?? []).filter((role) => !principal.roles.includes(role));
  if (foreign.length > 0)
    throw refusal('ROLE_NOT_HELD', `“${principal.name}”未任${foreign.join('、')}，不能委托`, 'roles', {
      roles: foreign,
    });
  requireApart(principal, deputy, plan, book);
  const unknown = await unknownDefinitions(db, plan.definitionKeys ?? []);
  if (unknown.length > 0)
    throw refusal('UNKNOWN_DEFINITION', `没有名为${unknown.join('、')}的流程`, 'definitionKeys', { keys: unknown });
  if (await sameCommission(db, plan)) throw new CaseError('CONFLICT', '该人员在这段时间已是其代理人');
  if (!(await awayWithin(db, plan.deputy, plan.since, plan.until))) return [];
  return [{ code: 'DEPUTY_AWAY', message: `“${deputy.name}”在此期间也不在岗；代理不能再转委托` }];
}

async function known(db: Queryable, user: string, path: string): Promise<Colleague> {
  const found = await colleague(db, user);
  if (!found || found.roles.some(isAdministratorKind))
    throw refusal('UNKNOWN_PERSON', `没有名为“${user}”的办理人员`, path);
  return found;
}

function requireTerm({ since, until }: DeputyPlan): void {
  const today = civilDateOf(Date.now());
  if (civilDate(since) < today) throw refusal('INVALID_DATES', '代理不能从过去开始', 'since');
  if (civilDate(until) < since) throw refusal('INVALID_DATES', '代理的截止日早于起始日', 'until');
  if (until > addDays(since, longest)) throw refusal('INVALID_DATES', `代理最长 ${longest} 天`, 'until');
}

function requireApart(principal: Colleague, deputy: Colleague, { roles }: DeputyPlan, book: RoleBook): void {
  const covered = roles ?? principal.roles;
  const clashes = covered.flatMap((role) => clashesWith(role, deputy.roles, book).map((held) => ({ role, held })));
  if (clashes.length === 0) return;
  const name = (key: string): string => `“${book[key]?.name ?? key}”`;
  const text = clashes.map(({ role, held }) => `${name(role)}与${name(held)}`).join('、');
  throw refusal('ROLES_APART', `${text}须相互分离，不能代理`, 'deputy', { clashes });
}
