import type { QueryClient } from '@tanstack/react-query';
import { createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { adminRoutes } from './admin/admin.routes.ts';
import { boardRoutes } from './board/board.routes.ts';
import { designRoutes } from './design/design.routes.ts';
import { recordRoutes } from './registry/record.routes.ts';
import { homeOf } from './frame/home.ts';
import { NotFound } from './frame/not-found.tsx';
import { inside, root } from './inside.tsx';
import { Crash } from './frame/crash.tsx';
import {
  casesSearch,
  caseSearch,
  dutyListSearch,
  intakeSearch,
  fourFormsSearch,
  petitionsSearch,
  ledgerSearch,
  loginSearch,
  mechanismSearch,
  openingSearch,
  workSearch,
} from './search.ts';
import { meQuery } from './server/queries.ts';
import { platformRoutes } from './platform/platform.routes.ts';
import { SignInPage } from './sign-in/sign-in-page.tsx';
import { unitRoutes } from './unit/unit.routes.ts';
import { WorkPage } from './work/work-page.tsx';

const login = createRoute({
  getParentRoute: () => root,
  path: '/login',
  validateSearch: loginSearch,
  component: SignInPage,
});

const home = createRoute({
  getParentRoute: () => inside,
  path: '/',
  beforeLoad: ({ context }) => {
    throw redirect({ to: homeOf(context.queries.getQueryData(meQuery.queryKey)) });
  },
});
const work = createRoute({
  getParentRoute: () => inside,
  path: '/work',
  validateSearch: workSearch,
  component: WorkPage,
});
const task = createRoute({
  getParentRoute: () => inside,
  path: '/tasks/$id',
  component: lazyRouteComponent(() => import('./task/task-page.tsx'), 'TaskPage'),
});
const cases = createRoute({
  getParentRoute: () => inside,
  path: '/cases',
  validateSearch: casesSearch,
  component: lazyRouteComponent(() => import('./cases/cases-page.tsx'), 'CasesPage'),
});
const opening = createRoute({
  getParentRoute: () => inside,
  path: '/cases/new',
  validateSearch: openingSearch,
  component: lazyRouteComponent(() => import('./cases/opening-page.tsx'), 'OpeningPage'),
});
const intake = createRoute({
  getParentRoute: () => inside,
  path: '/cases/import',
  validateSearch: intakeSearch,
  component: lazyRouteComponent(() => import('./intake/intake-page.tsx'), 'IntakePage'),
});
const caseHome = createRoute({
  getParentRoute: () => inside,
  path: '/cases/$id',
  beforeLoad: ({ params }) => {
    throw redirect({ to: '/cases/$id/$tab', params: { id: params.id, tab: 'overview' } });
  },
});
const one = createRoute({
  getParentRoute: () => inside,
  path: '/cases/$id/$tab',
  validateSearch: caseSearch,
  component: lazyRouteComponent(() => import('./cases/case-page.tsx'), 'CasePage'),
});
const paper = createRoute({
  getParentRoute: () => inside,
  path: '/cases/$id/print',
  component: lazyRouteComponent(() => import('./cases/print-page.tsx'), 'PrintPage'),
});
const ledgers = createRoute({
  getParentRoute: () => inside,
  path: '/ledgers/$kind',
  validateSearch: ledgerSearch,
  component: lazyRouteComponent(() => import('./ledgers/ledger-page.tsx'), 'LedgerPage'),
});
const fourForms = createRoute({
  getParentRoute: () => inside,
  path: '/four-forms',
  validateSearch: fourFormsSearch,
  component: lazyRouteComponent(() => import('./ledgers/four-forms-page.tsx'), 'FourFormsPage'),
});
const petitions = createRoute({
  getParentRoute: () => inside,
  path: '/petitions',
  validateSearch: petitionsSearch,
  component: lazyRouteComponent(() => import('./ledgers/petitions-page.tsx'), 'PetitionsPage'),
});
const mechanisms = createRoute({
  getParentRoute: () => inside,
  path: '/mechanisms',
  component: lazyRouteComponent(() => import('./mechanisms/mechanisms-page.tsx'), 'MechanismsPage'),
});
const mechanism = createRoute({
  getParentRoute: () => inside,
  path: '/mechanisms/$key',
  validateSearch: mechanismSearch,
  component: lazyRouteComponent(() => import('./mechanisms/mechanism-page.tsx'), 'MechanismPage'),
});
const dutyLists = createRoute({
  getParentRoute: () => inside,
  path: '/duties',
  component: lazyRouteComponent(() => import('./duties/duties-page.tsx'), 'DutiesPage'),
});
const dutyList = createRoute({
  getParentRoute: () => inside,
  path: '/duties/$id',
  validateSearch: dutyListSearch,
  component: lazyRouteComponent(() => import('./duties/duty-list-page.tsx'), 'DutyListPage'),
});
const recurring = createRoute({
  getParentRoute: () => inside,
  path: '/recurring',
  component: lazyRouteComponent(() => import('./recurring/recurring-page.tsx'), 'RecurringPage'),
});
const recurringProcedure = createRoute({
  getParentRoute: () => inside,
  path: '/recurring/$id',
  component: lazyRouteComponent(() => import('./recurring/procedure-page.tsx'), 'ProcedurePage'),
});
const notices = createRoute({
  getParentRoute: () => inside,
  path: '/notices',
  component: lazyRouteComponent(() => import('./notices/notices-page.tsx'), 'NoticesPage'),
});
const copies = createRoute({
  getParentRoute: () => inside,
  path: '/copies',
  component: lazyRouteComponent(() => import('./copies/copies-page.tsx'), 'CopiesPage'),
});
const me = createRoute({
  getParentRoute: () => inside,
  path: '/me',
  component: lazyRouteComponent(() => import('./me/me-page.tsx'), 'MePage'),
});
const help = createRoute({
  getParentRoute: () => inside,
  path: '/help',
  component: lazyRouteComponent(() => import('./me/help-page.tsx'), 'HelpPage'),
});

const pages = [
  home,
  work,
  task,
  cases,
  opening,
  intake,
  caseHome,
  paper,
  one,
  mechanisms,
  mechanism,
  dutyLists,
  dutyList,
  recurring,
  recurringProcedure,
  ledgers,
  fourForms,
  petitions,
  notices,
  copies,
  me,
  help,
];
const tree = root.addChildren([
  login,
  inside.addChildren([
    ...pages,
    ...recordRoutes,
    ...designRoutes,
    ...boardRoutes,
    ...platformRoutes,
    ...unitRoutes,
    ...adminRoutes,
  ]),
]);

/** The addresses, below whatever path the server names in `<base href>`. */
export function makeRouter(queries: QueryClient) {
  const basepath = new URL(document.baseURI).pathname;
  return createRouter({
    routeTree: tree,
    basepath,
    context: { queries },
    defaultPreload: 'intent',
    defaultNotFoundComponent: NotFound,
    defaultErrorComponent: Crash,
    defaultPendingMs: 3_000,
    scrollRestoration: true,
  });
}
