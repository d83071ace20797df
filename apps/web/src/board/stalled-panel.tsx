import type { StalledList } from '../../../api/dashboard/dashboard.schema.ts';
import { StateLink } from '../parts/state-link.tsx';
import { timeText } from '../time/dates.ts';
import { useWords } from '../words/words.tsx';
import { sheetOf } from './board.queries.ts';
import { countText } from './figures.tsx';
import { StalledTable } from './stalled-table.tsx';
import { scopeKept, useBoardSearch } from './use-board-search.ts';

/** 停滞的案件: by reason, the gravest first. */
export function StalledPanel({ list }: { readonly list: StalledList }) {
  const { board, work } = useWords();
  const { search } = useBoardSearch();
  const { reason } = search;
  const there = Object.entries(list.byReason);
  return (
    <section className="panel">
      <div className="page-head">
        <h2>{board.stalled}</h2>
        <a className="button small spring" href={sheetOf('stalled', search, { reason })} download>
          {board.sheet}
          <span className="hidden"> {board.stalled}</span>
        </a>
      </div>
      {there.length > 0 && (
        <nav className="filters" aria-label={board.columns.why}>
          <StateLink
            to={{ to: '/board', search: scopeKept(search), resetScroll: false }}
            className="button small"
            current={reason === undefined}
          >
            {work.any} {countText(list)}
          </StateLink>
          {there.map(([one, count]) => (
            <StateLink
              key={one}
              to={{ to: '/board', search: { ...scopeKept(search), reason: one }, resetScroll: false }}
              className="button small"
              current={one === reason}
            >
              {board.reasons[one as keyof typeof board.reasons]} {count}
            </StateLink>
          ))}
        </nav>
      )}
      {list.items.length === 0 ? (
        <p className="empty">
          {board.noStalled} {board.checked(timeText(list.at))}
        </p>
      ) : (
        <StalledTable rows={list.items} at={list.at} />
      )}
      {!reason && list.total > list.items.length && (
        <p className="quiet">{board.moreRows(list.items.length, list.total)}</p>
      )}
    </section>
  );
}
