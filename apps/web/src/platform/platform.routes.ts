import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { inside } from '../inside.tsx';
import { ecologySearch, indicatorSearch, platformFormSearch } from '../search.ts';

const platform = createRoute({
  getParentRoute: () => inside,
  path: '/platform',
  component: lazyRouteComponent(() => import('./platform-page.tsx'), 'PlatformPage'),
});
const dataSource = createRoute({
  getParentRoute: () => inside,
  path: '/platform/sources/$id',
  component: lazyRouteComponent(() => import('./sources/source-page.tsx'), 'SourcePage'),
});
const indicator = createRoute({
  getParentRoute: () => inside,
  path: '/platform/indicators/$key',
  validateSearch: indicatorSearch,
  component: lazyRouteComponent(() => import('./indicators/indicator-page.tsx'), 'IndicatorPage'),
});
const indicatorForm = createRoute({
  getParentRoute: () => inside,
  path: '/platform/indicator-form',
  validateSearch: platformFormSearch,
  component: lazyRouteComponent(() => import('./indicators/indicator-form.tsx'), 'IndicatorFormPage'),
});

const sourceForm = createRoute({
  getParentRoute: () => inside,
  path: '/platform/source-form',
  component: lazyRouteComponent(() => import('./sources/source-form.tsx'), 'SourceFormPage'),
});

const rule = createRoute({
  getParentRoute: () => inside,
  path: '/platform/rules/$key',
  component: lazyRouteComponent(() => import('./rules/rule-page.tsx'), 'RulePage'),
});
const ruleForm = createRoute({
  getParentRoute: () => inside,
  path: '/platform/rule-form',
  validateSearch: platformFormSearch,
  component: lazyRouteComponent(() => import('./rules/rule-form.tsx'), 'RuleFormPage'),
});

const ecology = createRoute({
  getParentRoute: () => inside,
  path: '/platform/ecology',
  validateSearch: ecologySearch,
  component: lazyRouteComponent(() => import('./ecology/ecology-page.tsx'), 'EcologyPage'),
});
const weights = createRoute({
  getParentRoute: () => inside,
  path: '/platform/ecology-weights',
  component: lazyRouteComponent(() => import('./ecology/weights-form.tsx'), 'WeightsFormPage'),
});

/** 监督信息平台. */
export const platformRoutes = [
  platform,
  dataSource,
  sourceForm,
  indicator,
  indicatorForm,
  rule,
  ruleForm,
  ecology,
  weights,
];
