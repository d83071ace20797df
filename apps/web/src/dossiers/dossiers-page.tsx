import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { DossierEntry } from '../../../api/dossiers/dossier.schema.ts';
import { usePageTitle } from '../frame/page-title.ts';
import { ListFoot } from '../parts/list-foot.tsx';
import { Loading } from '../parts/loading.tsx';
import { StateLink } from '../parts/state-link.tsx';
import { usePages } from '../server/use-pages.ts';
import { useWords } from '../words/words.tsx';
import { AskToRead } from './ask-to-read.tsx';
import { DossierFilters } from './dossier-filters.tsx';
import { DossierRows } from './dossier-rows.tsx';
import { OpenDossier } from './keeper-acts.tsx';
import { useSections } from './use-sections.ts';

const route = getRouteApi('/inside/dossiers');

/** 廉政档案: the keeper's index; for others what they have leave to read, and their own. */
export function DossiersPage() {
  const { dossiers } = useWords();
  const { rules, isPending } = useSections();
  const search = route.useSearch();
  const navigate = useNavigate();
  const [opening, setOpening] = useState(false);
  const kind = search.kind ?? 'cadre';
  usePageTitle(dossiers.title);
  const { pages, first, items } = usePages<DossierEntry>(['dossiers', 'list'], '/dossiers', { ...search, kind });
  const office = rules && (rules.isKeeper || rules.oversees);
  // What one may do here decides how much stands above the list.
  if (isPending)
    return (
      <>
        <h1>{dossiers.title}</h1>
        <Loading rows={10} />
      </>
    );
  return (
    <>
      <div className="work-head">
        <h1>
          {dossiers.title} {first && <span className="quiet">{first.total}</span>}
        </h1>
        <p className="row-actions">
          {rules?.own && (
            <Link to="/dossiers/$kind/$id" params={{ kind: 'cadre', id: rules.own }} className="button">
              {dossiers.own}
            </Link>
          )}
          <Link to="/dossier-office" className="button">
            {office ? dossiers.office : dossiers.grants}
            {office && rules.strays > 0 && ` · ${dossiers.strays} ${rules.strays}`}
          </Link>
          <AskToRead />
          {rules?.isKeeper && (
            <button type="button" className="button primary" onClick={() => setOpening(true)}>
              {dossiers.acts.open}
            </button>
          )}
        </p>
      </div>
      <nav className="scopes" aria-label={dossiers.list}>
        {(['cadre', 'unit'] as const).map((one) => (
          <StateLink
            key={one}
            to={{ to: '/dossiers', search: { ...search, kind: one === 'cadre' ? undefined : one } as typeof search }}
            current={one === kind}
          >
            {dossiers.kinds[one]}
          </StateLink>
        ))}
      </nav>
      <DossierFilters search={search} onChange={(next) => void navigate({ to: '.', search: next, replace: true })} />
      {first && items.length === 0 && (
        <div className="empty">
          <p>{rules?.isKeeper ? dossiers.empty : dossiers.nothing}</p>
        </div>
      )}
      {items.length > 0 && <DossierRows rows={items} />}
      <ListFoot pages={pages} />
      {opening && (
        <OpenDossier
          kind={kind}
          onClose={() => setOpening(false)}
          onDone={(id) => void navigate({ to: '/dossiers/$kind/$id', params: { kind, id } })}
        />
      )}
    </>
  );
}
