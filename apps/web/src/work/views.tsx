import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { View } from '../../../api/views/view.schema.ts';
import { useAnnounce } from '../parts/announcer.tsx';
import { usePreferences } from '../parts/preferences.ts';
import type { WorkSearch } from '../search.ts';
import { call } from '../server/call.ts';
import { viewsQuery } from '../server/queries.ts';
import { useWords } from '../words/words.tsx';
import { SaveView } from './save-view.tsx';

/** Saved views: chosen here, kept on the server, shared with one's agency where their owner wants it. */
export function Views({ search }: { readonly search: WorkSearch }) {
  const { work, act } = useWords();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const announce = useAnnounce();
  const { preferences, prefer } = usePreferences();
  const { data } = useQuery(viewsQuery('work'));
  const [saving, setSaving] = useState(false);
  const views = data?.items ?? [];
  const chosen = views.find(({ id }) => id === search.view);
  const open = (view: View | undefined) =>
    void navigate({ to: '/work', search: view ? { ...view.search, view: view.id } : {} });

  async function drop(view: View) {
    await call(`/views/${encodeURIComponent(view.id)}`, { method: 'DELETE' });
    if (preferences.view === view.id) prefer({ view: null });
    await queries.invalidateQueries({ queryKey: viewsQuery('work').queryKey });
    announce(work.viewDropped(view.name));
    open(undefined);
  }

  return (
    <span className="row-actions">
      {views.length > 0 && (
        <label className="row-actions">
          {work.view}
          <select
            className="field"
            value={chosen?.id ?? ''}
            onChange={(event) => open(views.find(({ id }) => id === event.target.value))}
          >
            <option value="">{work.noView}</option>
            {views.map(({ id, name, own }) => (
              <option key={id} value={id}>
                {own ? name : work.sharedView(name)}
              </option>
            ))}
          </select>
        </label>
      )}
      <button type="button" className="button small" onClick={() => setSaving(true)}>
        {work.saveView}
      </button>
      {chosen && (
        <>
          <button
            type="button"
            className="button small"
            aria-pressed={preferences.view === chosen.id}
            onClick={() => prefer({ view: preferences.view === chosen.id ? null : chosen.id })}
          >
            {work.homeView}
          </button>
          {chosen.own && (
            <button type="button" className="button small" onClick={() => void drop(chosen)}>
              {act.remove}
              <span className="hidden"> {chosen.name}</span>
            </button>
          )}
        </>
      )}
      {saving && (
        <SaveView
          search={search}
          {...(chosen?.own ? { view: chosen } : {})}
          onClose={() => setSaving(false)}
          onSaved={open}
        />
      )}
    </span>
  );
}
