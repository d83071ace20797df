import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Indicator } from '../../../../api/platform/indicator.schema.ts';
import { usePageTitle } from '../../frame/page-title.ts';
import { FormItem, OtherFaults, TextItem } from '../../parts/form-item.tsx';
import { PageForm } from '../../parts/page-form.tsx';
import { Reading } from '../../parts/reading.tsx';
import { call } from '../../server/call.ts';
import { Problem } from '../../server/problem.ts';
import { useWords } from '../../words/words.tsx';
import { NameAndKey } from '../name-and-key.tsx';
import { indicatorsQuery, sourcesQuery } from '../platform.queries.ts';
import { FilterRows } from './filter-rows.tsx';
import { draftOf, emptyDraft, orderOf } from './indicator-draft.ts';
import type { IndicatorDraft } from './indicator-draft.ts';
import { IndicatorPreview } from './indicator-preview.tsx';
import { MeasureFields } from './measure-fields.tsx';
import { ShowingFields } from './showing-fields.tsx';

const route = getRouteApi('/inside/platform/indicator-form');

/** A new indicator, or a new version of one, composed of fields and seen before it is saved. */
export function IndicatorFormPage() {
  const { platform, indicator: words } = useWords();
  const { key } = route.useSearch();
  const query = useQuery(indicatorsQuery);
  const title = key === undefined ? words.create : words.change;
  usePageTitle(platform.title, title);
  const known = query.data?.items.find((one) => one.key === key);
  return (
    <>
      <div className="page-head">
        <Link to="/platform">{platform.title}</Link>
        <h1>
          {title} {known && <span className="quiet">{known.name}</span>}
        </h1>
      </div>
      {query.data ? <Form key={key} known={known} /> : <Reading query={query} />}
    </>
  );
}

const shownPaths = ['key', 'name', 'source', 'definition'];

function Form({ known }: { readonly known: Indicator | undefined }) {
  const { indicator: words, handle } = useWords();
  const [draft, setDraft] = useState<IndicatorDraft>(known ? draftOf(known) : emptyDraft);
  const [refused, setRefused] = useState<Error | null>(null);
  const sources = useQuery(sourcesQuery);
  const queries = useQueryClient();
  const navigate = useNavigate();
  const change = (changes: Partial<IndicatorDraft>) => setDraft((before) => ({ ...before, ...changes }));
  const save = useMutation({
    mutationFn: () => call<Indicator>('/platform/indicators', { method: 'POST', body: orderOf(draft) }),
    onError: setRefused,
    async onSuccess({ key }) {
      await queries.invalidateQueries({ queryKey: ['platform'] });
      await navigate({ to: '/platform/indicators/$key', params: { key } });
    },
  });
  if (!sources.data) return <Reading query={sources} />;
  const able = sources.data.items.filter(({ unitField, dayField }) => unitField !== null && dayField !== null);
  const fields = able.find(({ id }) => id === draft.source)?.fields ?? [];
  const defects = refused instanceof Problem ? refused.defects : [];
  return (
    <PageForm act={save}>
      <NameAndKey words={words} value={draft} defects={defects} isKnown={known !== undefined} onChange={change} />
      <FormItem label={words.source} path="source" defects={defects} required help={words.sourceHelp}>
        {(field) => (
          <select {...field} value={draft.source} onChange={(event) => change({ source: event.target.value })}>
            <option value="">{handle.choose}</option>
            {able.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        )}
      </FormItem>
      {draft.source !== '' && (
        <>
          <MeasureFields draft={draft} fields={fields} defects={defects} onChange={change} />
          <FilterRows
            legend={words.filters}
            help={words.filtersHelp}
            path="definition.filters"
            defects={defects}
            fields={fields}
            filters={draft.filters}
            onChange={(filters) => change({ filters })}
          />
          <ShowingFields draft={draft} fields={fields} defects={defects} onChange={change} />
          <TextItem
            label={words.reason}
            path="reason"
            defects={defects}
            value={draft.reason}
            onChange={(reason) => change({ reason })}
          />
          <IndicatorPreview draft={draft} onRefused={setRefused} />
        </>
      )}
      <OtherFaults error={refused} shown={shownPaths} />
      <p className="row-actions">
        <button type="submit" className="button primary">
          {known ? words.saveVersion(known.version + 1) : words.save}
        </button>
      </p>
    </PageForm>
  );
}
