import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { inside } from '../inside.tsx';
import { adminSearch } from '../search.ts';
import { today } from '../time/dates.ts';

const home = createRoute({
  getParentRoute: () => inside,
  path: '/admin',
  component: lazyRouteComponent(() => import('./admin-page.tsx'), 'AdminHome'),
});
const people = createRoute({
  getParentRoute: () => inside,
  path: '/admin/people',
  validateSearch: adminSearch,
  component: lazyRouteComponent(() => import('./people-page.tsx'), 'PeoplePage'),
});
const person = createRoute({
  getParentRoute: () => inside,
  path: '/admin/people/$id',
  component: lazyRouteComponent(() => import('./person-page.tsx'), 'PersonPage'),
});
const agencies = createRoute({
  getParentRoute: () => inside,
  path: '/admin/agencies',
  validateSearch: adminSearch,
  component: lazyRouteComponent(() => import('./agencies-page.tsx'), 'AgenciesPage'),
});
const posts = createRoute({
  getParentRoute: () => inside,
  path: '/admin/posts',
  validateSearch: adminSearch,
  component: lazyRouteComponent(() => import('./posts-page.tsx'), 'PostsPage'),
});
const roles = createRoute({
  getParentRoute: () => inside,
  path: '/admin/roles',
  component: lazyRouteComponent(() => import('./roles-page.tsx'), 'RolesPage'),
});
const requests = createRoute({
  getParentRoute: () => inside,
  path: '/admin/requests',
  validateSearch: adminSearch,
  component: lazyRouteComponent(() => import('./requests-page.tsx'), 'RequestsPage'),
});
const deputies = createRoute({
  getParentRoute: () => inside,
  path: '/admin/deputies',
  validateSearch: adminSearch,
  component: lazyRouteComponent(() => import('./deputies-page.tsx'), 'DeputiesPage'),
});
const sessions = createRoute({
  getParentRoute: () => inside,
  path: '/admin/sessions',
  validateSearch: adminSearch,
  component: lazyRouteComponent(() => import('./sessions-page.tsx'), 'SessionsPage'),
});
const trail = createRoute({
  getParentRoute: () => inside,
  path: '/admin/trail',
  validateSearch: adminSearch,
  component: lazyRouteComponent(() => import('./trail-page.tsx'), 'TrailPage'),
});
const accessLog = createRoute({
  getParentRoute: () => inside,
  path: '/admin/access-log',
  validateSearch: adminSearch,
  component: lazyRouteComponent(() => import('./access-log-page.tsx'), 'AccessLogPage'),
});
const handOver = createRoute({
  getParentRoute: () => inside,
  path: '/admin/handover',
  validateSearch: adminSearch,
  component: lazyRouteComponent(() => import('../people/hand-over-page.tsx'), 'HandOverPage'),
});
const password = createRoute({
  getParentRoute: () => inside,
  path: '/me/password',
  component: lazyRouteComponent(() => import('../people/password-page.tsx'), 'PasswordPage'),
});
const myDeputies = createRoute({
  getParentRoute: () => inside,
  path: '/me/deputies',
  component: lazyRouteComponent(() => import('../people/my-deputies-page.tsx'), 'MyDeputiesPage'),
});
const calendarHome = createRoute({
  getParentRoute: () => inside,
  path: '/admin/calendars',
  beforeLoad: () => {
    throw redirect({
      to: '/admin/calendars/$agency/$year',
      params: { agency: 'default', year: today().slice(0, 4) },
    });
  },
});
const calendar = createRoute({
  getParentRoute: () => inside,
  path: '/admin/calendars/$agency/$year',
  component: lazyRouteComponent(() => import('../rules/calendar-page.tsx'), 'CalendarPage'),
});
const periods = createRoute({
  getParentRoute: () => inside,
  path: '/admin/periods',
  validateSearch: adminSearch,
  component: lazyRouteComponent(() => import('../rules/periods-page.tsx'), 'PeriodsPage'),
});
const period = createRoute({
  getParentRoute: () => inside,
  path: '/admin/periods/$key',
  component: lazyRouteComponent(() => import('../rules/period-page.tsx'), 'PeriodPage'),
});
const ladders = createRoute({
  getParentRoute: () => inside,
  path: '/admin/ladders',
  component: lazyRouteComponent(() => import('../rules/ladders-page.tsx'), 'LaddersPage'),
});
const ladder = createRoute({
  getParentRoute: () => inside,
  path: '/admin/ladders/$key',
  component: lazyRouteComponent(() => import('../rules/ladder-page.tsx'), 'LadderPage'),
});

const adminPages = [home, people, person, agencies, posts, roles, requests, deputies, sessions, trail, accessLog];
const ownPages = [handOver, password, myDeputies];
const rulePages = [calendarHome, calendar, periods, period, ladders, ladder];

/** 管理, what everybody has of it for themselves, and 规则. */
export const adminRoutes = [...adminPages, ...ownPages, ...rulePages];
