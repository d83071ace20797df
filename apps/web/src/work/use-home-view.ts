import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { usePreferences } from '../parts/preferences.ts';
import type { WorkSearch } from '../search.ts';
import { viewsQuery } from '../server/queries.ts';

let greeted = false;

/** The first look at the worklist is the view that the person has chosen for it. */
export function useHomeView(search: WorkSearch): void {
  const navigate = useNavigate();
  const { preferences } = usePreferences();
  const wanted = !greeted && Object.keys(search).length === 0 ? preferences.view : null;
  const { data } = useQuery({ ...viewsQuery('work'), enabled: Boolean(wanted) });
  useEffect(() => {
    if (Object.keys(search).length > 0) greeted = true;
    const view = data?.items.find(({ id }) => id === wanted);
    if (greeted || !view) return;
    greeted = true;
    void navigate({ to: '/work', search: { ...view.search, view: view.id }, replace: true });
  }, [search, data, wanted, navigate]);
}
