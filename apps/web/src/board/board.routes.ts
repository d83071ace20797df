import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { inside } from '../inside.tsx';
import { boardSearch, rowsSearch } from '../search.ts';

const board = createRoute({
  getParentRoute: () => inside,
  path: '/board',
  validateSearch: boardSearch,
  component: lazyRouteComponent(() => import('./board-page.tsx'), 'BoardPage'),
});
const boardClimbed = createRoute({
  getParentRoute: () => inside,
  path: '/board/climbed',
  validateSearch: boardSearch,
  component: lazyRouteComponent(() => import('./climbed-page.tsx'), 'ClimbedPage'),
});
const boardDue = createRoute({
  getParentRoute: () => inside,
  path: '/board/due',
  validateSearch: boardSearch,
  component: lazyRouteComponent(() => import('./due-page.tsx'), 'DuePage'),
});
const boardFlow = createRoute({
  getParentRoute: () => inside,
  path: '/board/flow',
  validateSearch: boardSearch,
  component: lazyRouteComponent(() => import('./flow-page.tsx'), 'FlowPage'),
});
const boardSteps = createRoute({
  getParentRoute: () => inside,
  path: '/board/steps',
  validateSearch: boardSearch,
  component: lazyRouteComponent(() => import('./steps-page.tsx'), 'StepsPage'),
});
const boardHeat = createRoute({
  getParentRoute: () => inside,
  path: '/board/steps/$key',
  validateSearch: boardSearch,
  component: lazyRouteComponent(() => import('./heat-page.tsx'), 'HeatPage'),
});
const boardCompare = createRoute({
  getParentRoute: () => inside,
  path: '/board/compare',
  validateSearch: boardSearch,
  component: lazyRouteComponent(() => import('./compare-page.tsx'), 'ComparePage'),
});
const boardRows = createRoute({
  getParentRoute: () => inside,
  path: '/board/rows',
  validateSearch: rowsSearch,
  component: lazyRouteComponent(() => import('./rows-page.tsx'), 'RowsPage'),
});

/** 监督看板. */
export const boardRoutes = [board, boardClimbed, boardDue, boardFlow, boardSteps, boardHeat, boardCompare, boardRows];
