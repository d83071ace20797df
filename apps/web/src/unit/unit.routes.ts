import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { inside } from '../inside.tsx';
import { unitSearch } from '../search.ts';

const unitHome = createRoute({
  getParentRoute: () => inside,
  path: '/unit',
  component: lazyRouteComponent(() => import('./unit-home.tsx'), 'UnitHome'),
});
const unitTask = createRoute({
  getParentRoute: () => inside,
  path: '/unit/tasks/$id',
  validateSearch: unitSearch,
  component: lazyRouteComponent(() => import('./unit-task-page.tsx'), 'UnitTaskPage'),
});
const receipt = createRoute({
  getParentRoute: () => inside,
  path: '/unit/receipts/$id',
  component: lazyRouteComponent(() => import('./receipt-page.tsx'), 'ReceiptPage'),
});
const items = createRoute({
  getParentRoute: () => inside,
  path: '/unit/items',
  component: lazyRouteComponent(() => import('./items-page.tsx'), 'ItemsPage'),
});

/** The supervised unit's own pages. */
export const unitRoutes = [unitHome, unitTask, receipt, items];
