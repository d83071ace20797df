import type { StalledList, Summary } from '../../../api/dashboard/dashboard.schema.ts';
import { StateLink } from '../parts/state-link.tsx';
import { useWords } from '../words/words.tsx';
import { scopeKept, useBoardSearch } from './use-board-search.ts';

/** A number that the server stopped counting at says so. */
export const countText = ({ total, byReason, upTo }: StalledList): string =>
  Object.values(byReason).some((count) => count >= upTo) ? `${total}+` : String(total);

interface FiguresProps {
  readonly stalled: string | undefined;
  readonly summary: Summary | undefined;
}

/** Five numbers, each the way to its rows. */
export function Figures({ stalled, summary }: FiguresProps) {
  const { figures } = useWords().board;
  const { search } = useBoardSearch();
  const kept = scopeKept(search);
  const all = [
    [figures.stalled, stalled, { to: '/board', search: kept }],
    [figures.overdue, summary?.overdue, { to: '/board/rows', search: { ...kept, due: 'overdue' } }],
    [figures.today, summary?.today, { to: '/board/rows', search: { ...kept, status: 'open', due: 'today' } }],
    [figures.running, summary?.running, { to: '/cases', search: { ...kept, live: true } }],
    [figures.climbed, summary?.climbed, { to: '/board/climbed', search: kept }],
  ] as const;
  return (
    <div className="figures">
      {all.map(([name, value, to]) => (
        <StateLink key={name} to={to as never} current={false}>
          {name} <b>{value ?? '–'}</b>
        </StateLink>
      ))}
    </div>
  );
}
