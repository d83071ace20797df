import { useNavigate } from '@tanstack/react-router';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { PublishedForm } from '../../../../api/forms/form.schema.ts';
import { useAnnounce } from '../../parts/announcer.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { newActKey } from '../../server/act-key.ts';
import { call } from '../../server/call.ts';
import { Problem } from '../../server/problem.ts';
import { titleOfPath } from '../../task/form-schema.ts';
import type { FormSchema } from '../../task/form-schema.ts';
import { useDesign } from '../design-words.ts';
import type { Autosave } from '../use-autosave.ts';

interface PublishFormProps {
  readonly code: string;
  readonly schema: FormSchema;
  readonly known: number;
  readonly autosave: Pick<Autosave, 'stop'>;
  readonly onClose: () => void;
}

/** What is wrong with the form is told first; then which procedures go on asking the old one until they are published again. */
export function PublishForm({ code, schema, known, autosave, onClose }: PublishFormProps) {
  const { design, words } = useDesign();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const announce = useAnnounce();
  const [refusal, setRefusal] = useState<Problem | null>(null);
  const [base, setBase] = useState(known);
  const [busy, setBusy] = useState(false);
  const key = useRef(newActKey());
  const path = `/forms/${encodeURIComponent(code)}`;
  const tried = useQuery({
    queryKey: ['design', 'form-check', code, schema],
    queryFn: ({ signal }) =>
      call<PublishedForm>(path, { method: 'POST', body: schema, query: { dryRun: true }, signal }),
    retry: false,
    gcTime: 0,
  });
  const problem = refusal ?? (tried.error instanceof Problem ? tried.error : null);
  async function publish() {
    if (busy || !tried.data) return;
    setBusy(true);
    try {
      const { version } = await call<PublishedForm>(path, {
        method: 'POST',
        body: schema,
        query: { base },
        key: key.current,
      });
      autosave.stop();
      await call(`/design/drafts/form/${encodeURIComponent(code)}`, { method: 'DELETE' });
      await queries.invalidateQueries({ queryKey: ['design'] });
      await queries.invalidateQueries({ queryKey: ['form'] });
      announce(design.publish.done(version));
      onClose();
      await navigate({ to: '/design', search: { kind: 'form' } });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      setRefusal(error);
      setBusy(false);
      key.current = newActKey();
      if (error.code === 'OVERTAKEN') setBase(base + 1);
    }
  }
  const { usedBy = [], version } = tried.data ?? {};
  return (
    <Dialog
      title={design.publish.title(schema.title ?? code)}
      onClose={onClose}
      actions={
        <>
          <button type="button" className="button" onClick={onClose}>
            {words.act.cancel}
          </button>
          <button
            type="button"
            className="button primary"
            aria-disabled={busy || !tried.data}
            onClick={() => void publish()}
          >
            {design.publish.act}
          </button>
        </>
      }
    >
      {version !== undefined && <p>{design.form.publishing(version)}</p>}
      {usedBy.length > 0 && (
        <>
          <p>{design.form.usedBy}</p>
          <ul className="told">
            {usedBy.map((one) => (
              <li key={one.key}>
                {one.name} {words.cases.version(one.version)}（{design.form.formVersion(one.formVersion)}）
              </li>
            ))}
          </ul>
        </>
      )}
      <div role="alert">
        {problem && <p className="fault">{problem.message}</p>}
        <ul className="told">
          {problem?.defects.map(({ path: at, message }) => (
            <li key={`${at ?? ''} ${message}`}>
              {at && `${titleOfPath(schema, at.replaceAll(/(^|\.)(properties|items)\./g, '$1'))}：`}
              {message}
            </li>
          ))}
        </ul>
      </div>
    </Dialog>
  );
}
