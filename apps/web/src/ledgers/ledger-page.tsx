import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { LedgerRecord } from '../../../api/ledgers/ledger.schema.ts';
import { NotFound } from '../frame/not-found.tsx';
import { usePageTitle } from '../frame/page-title.ts';
import { ListFoot } from '../parts/list-foot.tsx';
import { Reading } from '../parts/reading.tsx';
import { StateLink } from '../parts/state-link.tsx';
import { addressOf } from '../server/call.ts';
import { usePages } from '../server/use-pages.ts';
import { useWords } from '../words/words.tsx';
import { LedgerFigures } from './ledger-figures.tsx';
import { LedgerFilters } from './ledger-filters.tsx';
import { LedgerTable } from './ledger-table.tsx';
import { summaryQuery } from './ledgers.queries.ts';
import { useCatalogue } from './use-catalogue.ts';

const route = getRouteApi('/inside/ledgers/$kind');

/** 台账: the records of one kind across cases, with the columns and states that its catalogue gives it. */
export function LedgerPage() {
  const { ledgers, act, fourForms, petitions } = useWords();
  const { kind } = route.useParams();
  const search = route.useSearch();
  const { sort: _sort, ...filter } = search;
  const catalogue = useCatalogue();
  const title = catalogue.isPending ? '' : catalogue.nameOf(kind);
  usePageTitle(ledgers.title, title);
  const { pages, first, items } = usePages<LedgerRecord>(
    ['ledger', kind],
    `/ledgers/${encodeURIComponent(kind)}`,
    search,
  );
  const figures = useQuery({
    ...summaryQuery(kind, filter),
    placeholderData: (before, query) => (query?.queryKey[1] === kind ? before : undefined),
  });
  const summary = figures.data;
  const unread = [catalogue.query, figures].find(({ data }) => data === undefined);
  if (catalogue.ledgers.length > 0 && !catalogue.find(kind)) return <NotFound />;
  return (
    <>
      <div className="work-head">
        <h1>
          {[ledgers.title, title].filter(Boolean).join(' · ')} {first && <span className="quiet">{first.total}</span>}
        </h1>
        <p className="row-actions">
          {kind === 'petition' && (
            <Link to="/petitions" className="button">
              {petitions.title}
            </Link>
          )}
          {kind === 'clue' && (
            <Link to="/four-forms" className="button">
              {fourForms.link}
            </Link>
          )}
          {(['xlsx', 'csv'] as const).map((format) => (
            <a key={format} className="button" href={addressOf(`/ledgers/${kind}.${format}`, filter).href}>
              {ledgers.export(format)}
            </a>
          ))}
        </p>
      </div>
      {unread ? (
        <Reading query={unread} />
      ) : (
        <>
          <nav className="scopes many" aria-label={ledgers.list}>
            {catalogue.ledgers.map((one) => (
              <StateLink
                key={one.kind}
                to={{ to: '/ledgers/$kind', params: { kind: one.kind } }}
                current={one.kind === kind}
              >
                {catalogue.named(one)}
              </StateLink>
            ))}
          </nav>
          {summary && <LedgerFigures kind={kind} summary={summary} />}
          <LedgerFilters kind={kind} summary={summary} />
          {first && items.length === 0 && (
            <div className="empty">
              <p>{ledgers.empty}</p>
              {Object.keys(filter).length > 0 && (
                <Link to="/ledgers/$kind" params={{ kind }} className="button">
                  {act.clear}
                </Link>
              )}
            </div>
          )}
          {items.length > 0 && <LedgerTable kind={kind} records={items} label={title} withCase />}
          <ListFoot pages={pages} />
        </>
      )}
    </>
  );
}
