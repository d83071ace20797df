import { tasksQuery } from '../server/queries.ts';
import type { Scope } from '../search.ts';

const most = 200;

/** What is asked for a scope: what is open by its due day, what is done by the latest. */
export const workListing = (scope: Scope) =>
  scope === 'done'
    ? { scope: 'mine', status: 'completed', sort: '-openedAt', limit: most }
    : { scope, sort: 'dueAt', limit: most };

export const workQuery = (scope: Scope) => tasksQuery(workListing(scope));
