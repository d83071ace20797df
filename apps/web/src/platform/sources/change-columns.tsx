import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Source } from '../../../../api/platform/source.schema.ts';
import { useAnnounce } from '../../parts/announcer.tsx';
import { OtherFaults, TextItem } from '../../parts/form-item.tsx';
import { PageForm } from '../../parts/page-form.tsx';
import { call } from '../../server/call.ts';
import { Problem } from '../../server/problem.ts';
import { useWords } from '../../words/words.tsx';
import { FieldRows } from './field-rows.tsx';
import { draftOf, fieldsOf } from './source-draft.ts';

/** Columns that come to a source in the course of the years, and what those that are there may hold from now on. */
export function ChangeColumns({ source: data, onClose }: { readonly source: Source; readonly onClose: () => void }) {
  const { source, act, list } = useWords();
  const [fields, setFields] = useState(() => draftOf(data));
  const [reason, setReason] = useState('');
  const queries = useQueryClient();
  const announce = useAnnounce();
  const save = useMutation({
    mutationFn: () =>
      call<Source>(`/platform/sources/${encodeURIComponent(data.id)}`, {
        method: 'PATCH',
        body: { fields: fieldsOf(fields), reason },
      }),
    async onSuccess() {
      await queries.invalidateQueries({ queryKey: ['platform'] });
      announce(list.done(source.changeColumns));
      onClose();
    },
  });
  const defects = save.error instanceof Problem ? save.error.defects : [];
  return (
    <PageForm act={save}>
      <h2>{source.changeColumns}</h2>
      <p className="quiet">{source.changeColumnsHelp}</p>
      <FieldRows fields={fields} kept={data.fields.length} defects={defects} onChange={setFields} />
      <TextItem label={source.reason} path="reason" defects={defects} required value={reason} onChange={setReason} />
      <OtherFaults error={save.error} shown={['fields', 'reason']} />
      <p className="row-actions">
        <button type="submit" className="button primary">
          {source.saveColumns}
        </button>
        <button type="button" className="button" onClick={onClose}>
          {act.cancel}
        </button>
      </p>
    </PageForm>
  );
}
