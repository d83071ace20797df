import { useMutation } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Portrait } from '../../../api/portraits/portrait.schema.ts';
import { AskToRead } from '../dossiers/ask-to-read.tsx';
import { usePageTitle } from '../frame/page-title.ts';
import { OtherFaults, TextItem } from '../parts/form-item.tsx';
import { PageForm } from '../parts/page-form.tsx';
import { call } from '../server/call.ts';
import { Problem } from '../server/problem.ts';
import { useWords } from '../words/words.tsx';
import { PortraitShown } from './portrait-shown.tsx';

const route = getRouteApi('/inside/portraits/$kind/$id');

/** 画像: asked for with a reason, which is kept with the look; nothing is shown before. */
export function PortraitPage() {
  const { portrait: words, dossiers } = useWords();
  const { kind, id } = route.useParams();
  const [reason, setReason] = useState('');
  const look = useMutation({
    mutationFn: () =>
      call<Portrait>(`/dossiers/${encodeURIComponent(kind)}/${encodeURIComponent(id)}/portrait`, {
        method: 'POST',
        body: { reason },
      }),
  });
  usePageTitle(words.title, look.data?.name);
  if (look.data) return <PortraitShown portrait={look.data} />;
  const defects = look.error instanceof Problem ? look.error.defects : [];
  return (
    <>
      <div className="page-head">
        <Link to="/dossiers">{dossiers.title}</Link>
        <h1>{words.title}</h1>
      </div>
      <PageForm act={look}>
        <p>{words.logged}</p>
        <TextItem
          label={words.reason}
          path="reason"
          defects={defects}
          required
          help={words.reasonHelp}
          value={reason}
          onChange={setReason}
        />
        <OtherFaults error={look.error} shown={['reason']} />
        <p className="row-actions">
          <button type="submit" className="button primary">
            {words.look}
          </button>
          {look.error instanceof Problem && look.error.status === 404 && <AskToRead />}
        </p>
      </PageForm>
    </>
  );
}
