import { getRouteApi } from '@tanstack/react-router';
import type { LedgerSummary } from '../../../api/ledgers/ledger.schema.ts';
import { StateLink } from '../parts/state-link.tsx';
import { useWords } from '../words/words.tsx';
import { useCatalogue } from './use-catalogue.ts';

const route = getRouteApi('/inside/ledgers/$kind');

/** How many in which state: each number leads to its rows. */
export function LedgerFigures({ kind, summary }: { readonly kind: string; readonly summary: LedgerSummary }) {
  const { ledgers } = useWords();
  const catalogue = useCatalogue();
  const search = route.useSearch();
  const to = (changes: object) => ({
    to: '/ledgers/$kind' as const,
    params: { kind },
    search: { ...search, ...changes },
  });
  const { closed: _closed, overdue: _overdue, ...free } = search;
  return (
    <p className="figures">
      <StateLink
        to={{ to: '/ledgers/$kind', params: { kind }, search: { ...free, closed: false } }}
        current={search.closed === false && !search.overdue}
      >
        {ledgers.open} <b>{summary.open}</b>
      </StateLink>
      {catalogue.find(kind)?.hasDue && (
        <StateLink to={to({ overdue: true, closed: undefined })} current={search.overdue === true}>
          {ledgers.overdue} <b>{summary.overdue}</b>
        </StateLink>
      )}
      {Object.entries(summary.statuses).map(([status, count]) => (
        <StateLink key={status} to={to({ status })} current={search.status === status}>
          {catalogue.statusOf(kind, status)} <b>{count}</b>
        </StateLink>
      ))}
    </p>
  );
}
