import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { Preferences } from '../../../api/preferences/preference.controller.ts';
import { call } from '../server/call.ts';
import { preferencesQuery } from '../server/queries.ts';
import { keep, kept } from './kept.ts';

const local = ['language', 'look', 'keys', 'density'] as const;

/** What this browser has kept, until the server has said what the person wants. */
const fromBrowser = (): Preferences =>
  Object.fromEntries(local.flatMap((key) => (kept(key) === null ? [] : [[key, kept(key)]]))) as Preferences;

/** How the pages are for this person: on the server, with a copy in the browser for the first moment. */
export function usePreferences() {
  const queries = useQueryClient();
  const { data } = useQuery(preferencesQuery);
  const preferences = data ?? fromBrowser();

  const prefer = useCallback(
    (changes: Preferences) => {
      // An answer still under way is older than what is chosen now.
      void queries.cancelQueries({ queryKey: preferencesQuery.queryKey });
      const next = { ...fromBrowser(), ...queries.getQueryData<Preferences>(preferencesQuery.queryKey), ...changes };
      queries.setQueryData(preferencesQuery.queryKey, next);
      keepLocally(next);
      call('/me/preferences', { method: 'PATCH', body: changes, keepalive: true }).catch((error: unknown) =>
        console.warn('the settings are kept in this browser only', error),
      );
    },
    [queries],
  );
  return { preferences, prefer };
}

export function keepLocally(preferences: Preferences): void {
  for (const key of local) {
    const value = preferences[key];
    if (value !== undefined) keep(key, value);
  }
}
