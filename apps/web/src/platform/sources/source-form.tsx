import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useId, useState } from 'react';
import type { Source } from '../../../../api/platform/source.schema.ts';
import { usePageTitle } from '../../frame/page-title.ts';
import { FormItem, OtherFaults, TextItem } from '../../parts/form-item.tsx';
import { useNames } from '../../parts/names.ts';
import { PageForm } from '../../parts/page-form.tsx';
import { call } from '../../server/call.ts';
import { Problem } from '../../server/problem.ts';
import { directoryQuery } from '../../server/queries.ts';
import { useWords } from '../../words/words.tsx';
import { FieldRows } from './field-rows.tsx';
import { emptySource, sourceOf } from './source-draft.ts';
import type { SourceDraft } from './source-draft.ts';

const shownPaths = ['id', 'name', 'provider', 'purpose', 'level', 'cycle', 'fields', 'identity', 'unitField', 'dayField', 'tolerance']; // prettier-ignore

/** A new source in the catalogue: who sends what, what for, how often, and which columns it has. */
export function SourceFormPage() {
  const { platform, source, handle } = useWords();
  const names = useNames();
  const list = useId();
  const [draft, setDraft] = useState<SourceDraft>(() => emptySource(source.usual));
  const { data: directory } = useQuery(directoryQuery);
  const queries = useQueryClient();
  const navigate = useNavigate();
  usePageTitle(platform.title, source.create);
  const change = (changes: Partial<SourceDraft>) => setDraft((before) => ({ ...before, ...changes }));
  const save = useMutation({
    mutationFn: () => call<Source>('/platform/sources', { method: 'POST', body: sourceOf(draft) }),
    async onSuccess({ id }) {
      await queries.invalidateQueries({ queryKey: ['platform'] });
      await navigate({ to: '/platform/sources/$id', params: { id } });
    },
  });
  const defects = save.error instanceof Problem ? save.error.defects : [];
  const text = (name: 'id' | 'name' | 'purpose' | 'level' | 'cycle' | 'tolerance', suggestions?: string) => (
    <TextItem
      label={source[name]}
      path={name}
      defects={defects}
      required
      {...helpOf(source.help, name)}
      list={suggestions}
      value={draft[name]}
      onChange={(value) => change({ [name]: value })}
    />
  );
  const fieldOf = (name: 'unitField' | 'dayField', type: 'agency' | 'day') => (
    <FormItem label={source[name]} path={name} defects={defects} {...helpOf(source.help, name)}>
      {(field) => (
        <select {...field} value={draft[name]} onChange={(event) => change({ [name]: event.target.value })}>
          <option value="">{source.none}</option>
          {draft.fields
            .filter((one) => one.type === type)
            .map((one) => (
              <option key={one.name} value={one.name}>
                {one.title || one.name}
              </option>
            ))}
        </select>
      )}
    </FormItem>
  );
  return (
    <>
      <div className="page-head">
        <Link to="/platform">{platform.title}</Link>
        <h1>{source.create}</h1>
      </div>
      <PageForm act={save}>
        {text('name')}
        {text('id')}
        <FormItem label={source.provider} path="provider" defects={defects} required>
          {(field) => (
            <select {...field} value={draft.provider} onChange={(event) => change({ provider: event.target.value })}>
              <option value="">{handle.choose}</option>
              {directory?.agencies.map(({ id }) => (
                <option key={id} value={id}>
                  {names.agency(id)}
                </option>
              ))}
            </select>
          )}
        </FormItem>
        {text('purpose')}
        {text('level', `${list}-levels`)}
        {text('cycle', `${list}-cycles`)}
        <Suggestions id={`${list}-levels`} of={source.levels} />
        <Suggestions id={`${list}-cycles`} of={source.cycles} />
        <FieldRows fields={draft.fields} defects={defects} onChange={(fields) => change({ fields })} />
        {fieldOf('unitField', 'agency')}
        {fieldOf('dayField', 'day')}
        {text('tolerance')}
        <OtherFaults error={save.error} shown={shownPaths} />
        <p className="row-actions">
          <button type="submit" className="button primary">
            {source.save}
          </button>
        </p>
      </PageForm>
    </>
  );
}

const helpOf = (helps: Readonly<Record<string, string>>, name: string) => {
  const help = helps[name];
  return help === undefined ? {} : { help };
};

function Suggestions({ id, of }: { readonly id: string; readonly of: readonly string[] }) {
  return (
    <datalist id={id}>
      {of.map((one) => (
        <option key={one} value={one} />
      ))}
    </datalist>
  );
}
