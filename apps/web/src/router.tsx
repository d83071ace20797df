import type { QueryClient } from '@tanstack/react-query';
import { createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { adminRoutes } from './admin/admin.routes.ts';
import { boardRoutes } from './board/board.routes.ts';
import { homeOf } from './frame/home.ts';
import { NotFound } from './frame/not-found.tsx';
import { inside, root } from './inside.tsx';
import { Crash } from './frame/crash.tsx';
import {
  compareSearch,
  designSearch,
  oneVersionSearch,
  migrateSearch,
  procedureSearch,
  trialSearch,
  whatIfSearch,
  casesSearch,
  caseSearch,
  intakeSearch,
  fourFormsSearch,
  petitionsSearch,
  ledgerSearch,
  loginSearch,
  mechanismSearch,
  openingSearch,
  dossierSearch,
  registryImportSearch,
  registrySearch,
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
const dossiers = createRoute({
  getParentRoute: () => inside,
  path: '/dossiers',
  validateSearch: dossierSearch,
  component: lazyRouteComponent(() => import('./dossiers/dossiers-page.tsx'), 'DossiersPage'),
});
const dossier = createRoute({
  getParentRoute: () => inside,
  path: '/dossiers/$kind/$id',
  component: lazyRouteComponent(() => import('./dossiers/dossier-page.tsx'), 'DossierPage'),
});
const dossierOffice = createRoute({
  getParentRoute: () => inside,
  path: '/dossier-office',
  component: lazyRouteComponent(() => import('./dossiers/office-page.tsx'), 'OfficePage'),
});
const portrait = createRoute({
  getParentRoute: () => inside,
  path: '/portraits/$kind/$id',
  component: lazyRouteComponent(() => import('./portraits/portrait-page.tsx'), 'PortraitPage'),
});
const registry = createRoute({
  getParentRoute: () => inside,
  path: '/registry/$kind',
  validateSearch: registrySearch,
  component: lazyRouteComponent(() => import('./registry/registry-page.tsx'), 'RegistryPage'),
});
const registeredUnit = createRoute({
  getParentRoute: () => inside,
  path: '/registry/units/$id',
  component: lazyRouteComponent(() => import('./registry/unit-page.tsx'), 'UnitPage'),
});
const registeredCadre = createRoute({
  getParentRoute: () => inside,
  path: '/registry/cadres/$id',
  component: lazyRouteComponent(() => import('./registry/cadre-page.tsx'), 'CadrePage'),
});
const registryImport = createRoute({
  getParentRoute: () => inside,
  path: '/registry-import',
  validateSearch: registryImportSearch,
  component: lazyRouteComponent(() => import('./registry/import-page.tsx'), 'ImportPage'),
});
const dutyLists = createRoute({
  getParentRoute: () => inside,
  path: '/duties',
  component: lazyRouteComponent(() => import('./duties/duties-page.tsx'), 'DutiesPage'),
});
const dutyList = createRoute({
  getParentRoute: () => inside,
  path: '/duties/$id',
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

const design = createRoute({
  getParentRoute: () => inside,
  path: '/design',
  validateSearch: designSearch,
  component: lazyRouteComponent(() => import('./design/list/design-page.tsx'), 'DesignPage'),
});
const procedure = createRoute({
  getParentRoute: () => inside,
  path: '/design/$key',
  validateSearch: procedureSearch,
  component: lazyRouteComponent(() => import('./design/procedure-page.tsx'), 'ProcedurePage'),
});
const versions = createRoute({
  getParentRoute: () => inside,
  path: '/design/$key/versions',
  component: lazyRouteComponent(() => import('./design/versions/versions-page.tsx'), 'VersionsPage'),
});
const version = createRoute({
  getParentRoute: () => inside,
  path: '/design/$key/versions/$version',
  validateSearch: compareSearch,
  component: lazyRouteComponent(() => import('./design/versions/version-page.tsx'), 'VersionPage'),
});
const trial = createRoute({
  getParentRoute: () => inside,
  path: '/design/$key/trial/$id',
  validateSearch: trialSearch,
  component: lazyRouteComponent(() => import('./design/trial/trial-page.tsx'), 'TrialPage'),
});
const scenarios = createRoute({
  getParentRoute: () => inside,
  path: '/design/$key/scenarios',
  validateSearch: oneVersionSearch,
  component: lazyRouteComponent(() => import('./design/scenarios/scenarios-page.tsx'), 'ScenariosPage'),
});
const migrate = createRoute({
  getParentRoute: () => inside,
  path: '/design/$key/migrate',
  validateSearch: migrateSearch,
  component: lazyRouteComponent(() => import('./design/migrate/migrate-page.tsx'), 'MigratePage'),
});
const decision = createRoute({
  getParentRoute: () => inside,
  path: '/design/decisions/$key',
  validateSearch: oneVersionSearch,
  component: lazyRouteComponent(() => import('./design/decisions/decision-page.tsx'), 'DecisionPage'),
});
const form = createRoute({
  getParentRoute: () => inside,
  path: '/design/forms/$key',
  validateSearch: oneVersionSearch,
  component: lazyRouteComponent(() => import('./design/forms/form-page.tsx'), 'FormPage'),
});

const whatIf = createRoute({
  getParentRoute: () => inside,
  path: '/what-if',
  validateSearch: whatIfSearch,
  component: lazyRouteComponent(() => import('./what-if/what-if-page.tsx'), 'WhatIfPage'),
});

const drawing = [design, procedure, versions, version, trial, scenarios, migrate, decision, form, whatIf];
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
const recordPages = [
  registry,
  registeredUnit,
  registeredCadre,
  registryImport,
  dossiers,
  dossier,
  dossierOffice,
  portrait,
];
const tree = root.addChildren([
  login,
  inside.addChildren([
    ...pages,
    ...recordPages,
    ...drawing,
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
