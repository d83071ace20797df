import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { PortfolioList, RegisteredCadreList, RegisteredUnitList } from '../../../api/registry/registry.schema.ts';
import { usePageTitle } from '../frame/page-title.ts';
import { NotFound } from '../frame/not-found.tsx';
import { ListFoot } from '../parts/list-foot.tsx';
import { StateLink } from '../parts/state-link.tsx';
import { usePages } from '../server/use-pages.ts';
import { useMayKeep } from './use-may-keep.ts';
import { useWords } from '../words/words.tsx';
import { NewCadre, NewCharge, NewUnit } from './new-entry.tsx';
import { RegistryFilters } from './registry-filters.tsx';
import { CadreRows, PortfolioRows, UnitRows } from './registry-rows.tsx';

const route = getRouteApi('/inside/registry/$kind');
const kinds = ['units', 'cadres', 'portfolios'] as const;

/** 名册: units, persons and who is in charge of what, as on any day. */
export function RegistryPage() {
  const { registry, act } = useWords();
  const { kind } = route.useParams();
  const search = route.useSearch();
  const mayKeep = useMayKeep();
  const [adding, setAdding] = useState(false);
  const known = kinds.find((one) => one === kind);
  usePageTitle(registry.title, known && registry.kinds[known]);
  const { pages, first, items } = usePages(['registry', kind], `/registry/${kind}`, search, known !== undefined);
  if (!known) return <NotFound />;
  const Adding = { units: NewUnit, cadres: NewCadre, portfolios: NewCharge }[known];
  return (
    <>
      <div className="work-head">
        <h1>
          {registry.title} {first && <span className="quiet">{first.total}</span>}
        </h1>
        {mayKeep && (
          <p className="row-actions">
            <Link to="/registry-import" search={{ kind: known }} className="button">
              {registry.acts.import}
            </Link>
            <button type="button" className="button primary" onClick={() => setAdding(true)}>
              {{ units: registry.acts.found, cadres: registry.acts.register, portfolios: registry.acts.give }[known]}
            </button>
          </p>
        )}
      </div>
      <nav className="scopes" aria-label={registry.list}>
        {kinds.map((one) => (
          <StateLink key={one} to={{ to: '/registry/$kind', params: { kind: one } }} current={one === kind}>
            {registry.kinds[one]}
          </StateLink>
        ))}
      </nav>
      <RegistryFilters kind={known} />
      {first && items.length === 0 && (
        <div className="empty">
          <p>{registry.empty}</p>
          {Object.keys(search).length > 0 && (
            <Link to="/registry/$kind" params={{ kind }} className="button">
              {act.clear}
            </Link>
          )}
        </div>
      )}
      {items.length > 0 && known === 'units' && <UnitRows rows={items as RegisteredUnitList['items']} />}
      {items.length > 0 && known === 'cadres' && <CadreRows rows={items as RegisteredCadreList['items']} />}
      {items.length > 0 && known === 'portfolios' && <PortfolioRows rows={items as PortfolioList['items']} />}
      <ListFoot pages={pages} />
      {adding && <Adding onClose={() => setAdding(false)} />}
    </>
  );
}
