import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { View } from '../../../api/views/view.schema.ts';
import { useAnnounce } from '../parts/announcer.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { useNames } from '../parts/names.ts';
import type { WorkSearch } from '../search.ts';
import { call } from '../server/call.ts';
import { meQuery, viewsQuery } from '../server/queries.ts';
import { useWords } from '../words/words.tsx';

interface SaveViewProps {
  readonly search: WorkSearch;
  /** One's own view that the reader is in: it can be changed instead. */
  readonly view?: View;
  readonly onClose: () => void;
  readonly onSaved: (view: View) => void;
}

/** Names the filters of the list; the agency sees it too when one wants that. */
export function SaveView({ search, view, onClose, onSaved }: SaveViewProps) {
  const { work, act, state } = useWords();
  const names = useNames();
  const queries = useQueryClient();
  const announce = useAnnounce();
  const { data: me } = useQuery(meQuery);
  const [name, setName] = useState(view?.name ?? '');
  const [sharedWith, setSharedWith] = useState(view?.sharedWith ?? '');
  const [refusal, setRefusal] = useState('');
  const agencies = [...new Set((me?.posts ?? []).map(({ agency }) => agency))];

  async function save(anew: boolean) {
    if (!name.trim()) return setRefusal(work.viewNeedsName);
    const { row: _row, view: _view, ...filters } = search;
    const body = { page: 'work', name: name.trim(), search: filters, sharedWith: sharedWith || null };
    try {
      const saved =
        view && !anew
          ? await call<View>(`/views/${encodeURIComponent(view.id)}`, { method: 'PUT', body })
          : await call<View>('/views', { method: 'POST', body });
      await queries.invalidateQueries({ queryKey: viewsQuery('work').queryKey });
      announce(work.viewSaved(saved.name));
      onClose();
      onSaved(saved);
    } catch (error) {
      setRefusal((error as Error).message || state.unreachable);
    }
  }

  return (
    <Dialog
      title={work.saveView}
      onClose={onClose}
      actions={
        <>
          <button type="button" className="button" onClick={onClose}>
            {act.cancel}
          </button>
          {view && (
            <button type="button" className="button" onClick={() => void save(true)}>
              {work.saveAsNew}
            </button>
          )}
          <button type="button" className="button primary" onClick={() => void save(false)}>
            {act.save}
          </button>
        </>
      }
    >
      <label>
        {work.viewName}
        <input className="field" maxLength={40} value={name} onChange={(event) => setName(event.target.value)} />
      </label>
      <label>
        {work.shareWith}
        <select className="field" value={sharedWith} onChange={(event) => setSharedWith(event.target.value)}>
          <option value="">{work.notShared}</option>
          {agencies.map((agency) => (
            <option key={agency} value={agency}>
              {names.agency(agency)}
            </option>
          ))}
        </select>
      </label>
      <p role="alert" className="fault">
        {refusal}
      </p>
    </Dialog>
  );
}
