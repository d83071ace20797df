import type { Viewer } from './access.ts';

/** 三员: they run the system, do no business, and limit one another (GB/T 22239, 保密法实施条例 34). */
export const administratorKinds = ['sysadmin', 'secadmin', 'auditadmin'] as const;
export type AdministratorKind = (typeof administratorKinds)[number];

export const isAdministratorKind = (role: string): role is AdministratorKind =>
  administratorKinds.some((kind) => kind === role);

/** Which of the three the viewer is; null for everybody else. */
export function administratorKindOf({ posts }: Pick<Viewer, 'posts'>): AdministratorKind | null {
  return posts.map(({ role }) => role).find(isAdministratorKind) ?? null;
}

/**
 * Who confirms a post that the system administrator asks for: the security administrator, of whose own kind the auditor
 * decides. So nobody makes an administrator alone, and no kind confirms its own.
 */
export const confirmerOfPost = (role: string): AdministratorKind => (role === 'secadmin' ? 'auditadmin' : 'secadmin');

/** Who asks for a new password of an administrator, and who confirms it: never the kind that it is for. */
export function resettersOf(subject: AdministratorKind): {
  readonly asks: AdministratorKind;
  readonly confirms: AdministratorKind;
} {
  if (subject === 'secadmin') return { asks: 'sysadmin', confirms: 'auditadmin' };
  return { asks: 'secadmin', confirms: subject === 'sysadmin' ? 'auditadmin' : 'sysadmin' };
}
