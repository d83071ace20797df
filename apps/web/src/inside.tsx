import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, createRoute, Outlet, redirect } from '@tanstack/react-router';
import { Frame } from './frame/frame.tsx';
import { NotFoundPage } from './frame/not-found.tsx';
import { Problem } from './server/problem.ts';
import { directoryQuery, meQuery } from './server/queries.ts';
import { isOfUnit, unitAddressOf } from './unit/unit-address.ts';

export const root = createRootRouteWithContext<{ queries: QueryClient }>()({
  component: Outlet,
  notFoundComponent: NotFoundPage,
});

/** Everything behind the sign-in: who one is and the names of all are there before any page is. */
export const inside = createRoute({
  getParentRoute: () => root,
  id: 'inside',
  component: Frame,
  async beforeLoad({ context, location }) {
    try {
      const me = await context.queries.ensureQueryData(meQuery);
      if (!me.mustChangePassword) void context.queries.prefetchQuery(directoryQuery);
      else if (location.pathname !== '/me/password') throw redirect({ to: '/me/password' });
      const portal = isOfUnit(me) ? unitAddressOf(location.pathname) : null;
      if (portal !== null) throw redirect({ to: portal });
    } catch (error) {
      if (!(error instanceof Problem) || error.status !== 401) throw error;
      throw redirect({ to: '/login', search: { next: location.href } });
    }
  },
});
