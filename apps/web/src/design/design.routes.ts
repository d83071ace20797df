import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { inside } from '../inside.tsx';
import {
  compareSearch,
  designSearch,
  migrateSearch,
  oneVersionSearch,
  procedureSearch,
  trialSearch,
  whatIfSearch,
} from '../search.ts';

const design = createRoute({
  getParentRoute: () => inside,
  path: '/design',
  validateSearch: designSearch,
  component: lazyRouteComponent(() => import('./list/design-page.tsx'), 'DesignPage'),
});
const procedure = createRoute({
  getParentRoute: () => inside,
  path: '/design/$key',
  validateSearch: procedureSearch,
  component: lazyRouteComponent(() => import('./procedure-page.tsx'), 'ProcedurePage'),
});
const versions = createRoute({
  getParentRoute: () => inside,
  path: '/design/$key/versions',
  component: lazyRouteComponent(() => import('./versions/versions-page.tsx'), 'VersionsPage'),
});
const version = createRoute({
  getParentRoute: () => inside,
  path: '/design/$key/versions/$version',
  validateSearch: compareSearch,
  component: lazyRouteComponent(() => import('./versions/version-page.tsx'), 'VersionPage'),
});
const trial = createRoute({
  getParentRoute: () => inside,
  path: '/design/$key/trial/$id',
  validateSearch: trialSearch,
  component: lazyRouteComponent(() => import('./trial/trial-page.tsx'), 'TrialPage'),
});
const scenarios = createRoute({
  getParentRoute: () => inside,
  path: '/design/$key/scenarios',
  validateSearch: oneVersionSearch,
  component: lazyRouteComponent(() => import('./scenarios/scenarios-page.tsx'), 'ScenariosPage'),
});
const migrate = createRoute({
  getParentRoute: () => inside,
  path: '/design/$key/migrate',
  validateSearch: migrateSearch,
  component: lazyRouteComponent(() => import('./migrate/migrate-page.tsx'), 'MigratePage'),
});
const decision = createRoute({
  getParentRoute: () => inside,
  path: '/design/decisions/$key',
  validateSearch: oneVersionSearch,
  component: lazyRouteComponent(() => import('./decisions/decision-page.tsx'), 'DecisionPage'),
});
const form = createRoute({
  getParentRoute: () => inside,
  path: '/design/forms/$key',
  validateSearch: oneVersionSearch,
  component: lazyRouteComponent(() => import('./forms/form-page.tsx'), 'FormPage'),
});
const whatIf = createRoute({
  getParentRoute: () => inside,
  path: '/what-if',
  validateSearch: whatIfSearch,
  component: lazyRouteComponent(() => import('../what-if/what-if-page.tsx'), 'WhatIfPage'),
});

/** What is drawn: procedures, forms, decisions; and what a change would do. */
export const designRoutes = [design, procedure, versions, version, trial, scenarios, migrate, decision, form, whatIf];
