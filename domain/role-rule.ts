import { isAdministratorKind } from './administration.ts';

/** What is known of a role that steps name and posts carry. */
export interface RoleRule {
  readonly name: string;
  readonly english: string;
  /** Ids or kinds of the agencies whose posts may carry it; empty: any. */
  readonly agencies: readonly string[];
  /** Roles that the same person may not hold (查审分离). */
  readonly apart: readonly string[];
}

export type RoleBook = Readonly<Record<string, RoleRule>>;

export interface AgencyPlace {
  readonly id: string;
  readonly kind: string;
  readonly parent: string | null;
}

/** Whether a post in this agency, or in one below an agency that may, can carry the role. `team`: an agency below another. */
export function mayCarry({ agencies }: RoleRule, { id, kind, parent }: AgencyPlace): boolean {
  if (agencies.length === 0 || agencies.includes(id) || agencies.includes(kind)) return true;
  if (parent === null) return false;
  return agencies.includes(parent) || (agencies.includes('team') && kind === 'inspection');
}

/** Of the roles held, those that one person may not hold beside this one. An administrator's stands alone. */
export function clashesWith(role: string, held: readonly string[], book: RoleBook): readonly string[] {
  return held.filter((other) => {
    if (other === role) return false;
    if (isAdministratorKind(role) || isAdministratorKind(other)) return true;
    return (book[role]?.apart.includes(other) ?? false) || (book[other]?.apart.includes(role) ?? false);
  });
}
