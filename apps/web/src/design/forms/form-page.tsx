import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import '../../look/design.css';
import { NotFound } from '../../frame/not-found.tsx';
import { usePageTitle } from '../../frame/page-title.ts';
import { Library } from '../../look/library.tsx';
import { Loading } from '../../parts/loading.tsx';
import { Reading } from '../../parts/reading.tsx';
import { formQuery, meQuery } from '../../server/queries.ts';
import type { FormSchema } from '../../task/form-schema.ts';
import { useDesign } from '../design-words.ts';
import { draftQuery, formVersionsQuery } from '../design.queries.ts';
import { FormDrawing } from './form-drawing.tsx';
import { FormPreview } from './form-preview.tsx';

const route = getRouteApi('/inside/design/forms/$key');

/** A form: to draw on for designers, to look at for everybody. */
export function FormPage() {
  const { design } = useDesign();
  const { key } = route.useParams();
  const { version } = route.useSearch();
  const { data: me } = useQuery(meQuery);
  const mayDraw = (me?.roles.includes('designer') ?? false) && version === undefined;
  const draft = useQuery({ ...draftQuery('form', key), enabled: mayDraw });
  const versions = useQuery(formVersionsQuery(key));
  const newest = versions.data?.items[0]?.version ?? null;
  const shown = version ?? newest;
  const form = useQuery({ ...formQuery(key, shown), enabled: shown !== null });
  const drawn =
    draft.data && typeof draft.data.content === 'object' ? (draft.data.content as unknown as FormSchema) : null;
  const schema = drawn ?? form.data ?? null;
  usePageTitle(design.list.kinds.form, schema?.title ?? key);
  if (versions.data && newest === null && (!mayDraw || draft.data === null)) return <NotFound />;
  if (versions.error) return <Reading query={versions} />;
  if (form.error) return <Reading query={form} />;
  if (!schema || (mayDraw && draft.data === undefined)) return <Loading rows={10} />;
  return (
    <Library>
      {mayDraw ? (
        <FormDrawing
          key={key}
          code={key}
          schema={schema}
          base={drawn ? (draft.data?.baseVersion ?? null) : newest}
          seen={draft.data?.savedAt ?? null}
          versions={versions.data?.items ?? []}
        />
      ) : (
        <>
          <div className="page-head">
            <h1>{schema.title}</h1>
            <code className="quiet">{key}</code>
          </div>
          <FormPreview schema={schema} />
        </>
      )}
    </Library>
  );
}
