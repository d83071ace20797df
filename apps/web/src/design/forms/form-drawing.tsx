import { Link } from '@tanstack/react-router';
import { useQueryClient } from '@tanstack/react-query';
import { useId, useMemo, useState } from 'react';
import type { ListedForm } from '../../../../api/forms/form.schema.ts';
import { call } from '../../server/call.ts';
import type { FormSchema } from '../../task/form-schema.ts';
import { DraftLine } from '../draft-line.tsx';
import { useDesign } from '../design-words.ts';
import { DropDraft } from '../drop-draft.tsx';
import { useAutosave } from '../use-autosave.ts';
import { TextControl } from '../properties/text-control.tsx';
import { FieldList } from './field-list.tsx';
import { holderOf } from './fields.ts';
import { FormPreview } from './form-preview.tsx';
import { FormSource } from './form-source.tsx';
import { PublishForm } from './publish-form.tsx';

interface FormDrawingProps {
  readonly code: string;
  readonly schema: FormSchema;
  readonly base: number | null;
  readonly seen: string | null;
  readonly versions: readonly ListedForm[];
}

/** The fields on the left, the form as it will look on the right; kept as a draft while one draws. */
export function FormDrawing({ code, schema: first, base, seen, versions }: FormDrawingProps) {
  const { design, words } = useDesign();
  const queries = useQueryClient();
  const id = useId();
  const [schema, setSchema] = useState(first);
  const [dialog, setDialog] = useState<'publish' | 'source' | 'drop' | null>(null);
  const content = useMemo(() => JSON.stringify(schema), [schema]);
  const [pristine] = useState(content);
  const name = schema.title || code;
  const autosave = useAutosave({ kind: 'form', key: code, name, base, seen }, content, pristine);
  async function drop() {
    autosave.stop();
    await call(`/design/drafts/form/${encodeURIComponent(code)}`, { method: 'DELETE' });
    await queries.invalidateQueries({ queryKey: ['design'] });
  }
  return (
    <>
      <div className="page-head">
        <h1>
          {design.list.kinds.form} · {name}
        </h1>
        <code className="quiet">{code}</code>
        <span className="spring row-actions">
          <DraftLine state={autosave.state} base={base} onRetry={autosave.save} />
          <button type="button" className="button" onClick={() => setDialog('source')}>
            {design.form.source}
          </button>
          <button type="button" className="button danger" onClick={() => setDialog('drop')}>
            {design.draft.drop}
          </button>
          <button type="button" className="button primary" onClick={() => setDialog('publish')}>
            {design.bar.publish}
          </button>
        </span>
      </div>
      {versions.length > 0 && (
        <p className="row-actions">
          {design.version.title}：
          {versions.map(({ version }) => (
            <Link key={version} to="/design/forms/$key" params={{ key: code }} search={{ version }} target="_blank">
              {words.cases.version(version)}
            </Link>
          ))}
        </p>
      )}
      <div className="two even">
        <section aria-label={design.form.fields}>
          <div className="form-item panel">
            <label htmlFor={`${id}-title`}>{design.fields.name}</label>
            <TextControl
              shared={{ id: `${id}-title` }}
              kind="text"
              value={schema.title ?? ''}
              onChange={(title) => setSchema({ ...schema, title })}
            />
          </div>
          <FieldList holder={holderOf(schema)} path="" onChange={(holder) => setSchema(holder)} />
        </section>
        <FormPreview schema={schema} />
      </div>
      {dialog === 'source' && (
        <FormSource
          schema={schema}
          onChange={(next) => {
            setSchema(next);
            setDialog(null);
          }}
          onClose={() => setDialog(null)}
        />
      )}
      {dialog === 'publish' && (
        <PublishForm
          code={code}
          schema={schema}
          known={versions[0]?.version ?? 0}
          autosave={autosave}
          onClose={() => setDialog(null)}
        />
      )}
      {dialog === 'drop' && <DropDraft kind="form" drop={drop} onClose={() => setDialog(null)} />}
    </>
  );
}
