const administrators = ['sysadmin', 'secadmin', 'auditadmin'];

const business = [
  { to: '/work', name: 'work' },
  { to: '/cases', name: 'cases' },
  { to: '/cases/new', name: 'newCase' },
  { to: '/board', name: 'board' },
  { to: '/ledgers/finding', name: 'ledgers' },
] as const;
const own = [
  { to: '/notices', name: 'notices' },
  { to: '/me', name: 'me' },
  { to: '/help', name: 'help' },
] as const;

/** The pages that a person can go to by name. */
export const pagesFor = (roles: readonly string[]) =>
  roles.some((role) => administrators.includes(role)) ? own : [...business, ...own];
