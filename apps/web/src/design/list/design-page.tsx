import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import '../../look/design.css';
import { usePageTitle } from '../../frame/page-title.ts';
import { StateLink } from '../../parts/state-link.tsx';
import { meQuery } from '../../server/queries.ts';
import { useDesign } from '../design-words.ts';
import { FormList } from './form-list.tsx';
import { ImportDialog } from './import-dialog.tsx';
import { NewDialog } from './new-dialog.tsx';
import { ProcedureList } from './procedure-list.tsx';

const route = getRouteApi('/inside/design');
const kinds = ['process', 'decision', 'form'] as const;

/** 流程设计: every procedure, decision and form, what rules, what is being drawn; new ones, and those of other engines. */
export function DesignPage() {
  const { design } = useDesign();
  const { data: me } = useQuery(meQuery);
  const { kind = 'process', q = '' } = route.useSearch();
  const navigate = route.useNavigate();
  const [dialog, setDialog] = useState<'new' | 'import' | null>(null);
  usePageTitle(design.title, design.list.kinds[kind]);
  const mayDraw = me?.roles.includes('designer') ?? false;
  return (
    <>
      <div className="work-head">
        <h1>{design.title}</h1>
        {mayDraw && (
          <div className="row-actions">
            <button type="button" className="button" onClick={() => setDialog('import')}>
              {design.list.import}
            </button>
            <button type="button" className="button primary" onClick={() => setDialog('new')}>
              {design.list.new[kind]}
            </button>
          </div>
        )}
      </div>
      <nav className="tabs" aria-label={design.list.kindsLabel}>
        {kinds.map((one) => (
          <StateLink
            key={one}
            to={{ to: '/design', search: one === 'process' ? {} : { kind: one } }}
            current={one === kind}
          >
            {design.list.kinds[one]}
          </StateLink>
        ))}
      </nav>
      <div className="filters" role="search">
        <input
          type="search"
          className="field search"
          aria-label={design.list.search}
          placeholder={design.list.search}
          value={q}
          onChange={(event) =>
            void navigate({
              search: (before) => ({ ...before, q: event.target.value || undefined }) as typeof before,
              replace: true,
            })
          }
        />
      </div>
      {kind === 'form' ? (
        <FormList query={q} mayDraw={mayDraw} />
      ) : (
        <ProcedureList kind={kind} query={q} mayDraw={mayDraw} />
      )}
      {dialog === 'new' && <NewDialog kind={kind} onClose={() => setDialog(null)} />}
      {dialog === 'import' && <ImportDialog onClose={() => setDialog(null)} />}
    </>
  );
}
