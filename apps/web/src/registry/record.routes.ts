import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { inside } from '../inside.tsx';
import { dossierSearch, registryImportSearch, registrySearch } from '../search.ts';

const registry = createRoute({
  getParentRoute: () => inside,
  path: '/registry/$kind',
  validateSearch: registrySearch,
  component: lazyRouteComponent(() => import('./registry-page.tsx'), 'RegistryPage'),
});
const registeredUnit = createRoute({
  getParentRoute: () => inside,
  path: '/registry/units/$id',
  component: lazyRouteComponent(() => import('./unit-page.tsx'), 'UnitPage'),
});
const registeredCadre = createRoute({
  getParentRoute: () => inside,
  path: '/registry/cadres/$id',
  component: lazyRouteComponent(() => import('./cadre-page.tsx'), 'CadrePage'),
});
const registryImport = createRoute({
  getParentRoute: () => inside,
  path: '/registry-import',
  validateSearch: registryImportSearch,
  component: lazyRouteComponent(() => import('./import-page.tsx'), 'ImportPage'),
});
const dossiers = createRoute({
  getParentRoute: () => inside,
  path: '/dossiers',
  validateSearch: dossierSearch,
  component: lazyRouteComponent(() => import('../dossiers/dossiers-page.tsx'), 'DossiersPage'),
});
const dossier = createRoute({
  getParentRoute: () => inside,
  path: '/dossiers/$kind/$id',
  component: lazyRouteComponent(() => import('../dossiers/dossier-page.tsx'), 'DossierPage'),
});
const dossierOffice = createRoute({
  getParentRoute: () => inside,
  path: '/dossier-office',
  component: lazyRouteComponent(() => import('../dossiers/office-page.tsx'), 'OfficePage'),
});
const portrait = createRoute({
  getParentRoute: () => inside,
  path: '/portraits/$kind/$id',
  component: lazyRouteComponent(() => import('../portraits/portrait-page.tsx'), 'PortraitPage'),
});

/** Units and cadres, their dossiers and portraits. */
export const recordRoutes = [
  registry,
  registeredUnit,
  registeredCadre,
  registryImport,
  dossiers,
  dossier,
  dossierOffice,
  portrait,
];
