const administrators = ['sysadmin', 'secadmin', 'auditadmin'];

const business = [
  { to: '/work', name: 'work' },
  { to: '/cases', name: 'cases' },
  { to: '/cases/new', name: 'newCase' },
  { to: '/board', name: 'board' },
  { to: '/ledgers/finding', name: 'ledgers' },
  { to: '/recurring', name: 'recurring' },
  { to: '/admin/handover', name: 'handOver' },
] as const;
/** For those who draw procedures and those who answer for all cases. */
const designing = [
  { to: '/design', name: 'design' },
  { to: '/what-if', name: 'whatIf' },
] as const;
const designers = ['designer', 'supervisor', 'cdi.head'];
const own = [
  { to: '/admin/calendars', name: 'calendars' },
  { to: '/admin/periods', name: 'periods' },
  { to: '/admin/ladders', name: 'ladders' },
  { to: '/me/deputies', name: 'deputies' },
  { to: '/me/password', name: 'password' },
  { to: '/notices', name: 'notices' },
  { to: '/me', name: 'me' },
  { to: '/help', name: 'help' },
] as const;

/** The pages that a person can go to by name. */
export const pagesFor = (roles: readonly string[]) => [
  ...(roles.some((role) => administrators.includes(role)) ? ([{ to: '/admin', name: 'admin' }] as const) : business),
  ...(mayDesign(roles) ? designing : []),
  ...own,
];
/** Draws procedures, or looks them over, withdraws one and supposes what would be. */
export const mayDesign = (roles: readonly string[]): boolean => roles.some((role) => designers.includes(role));
