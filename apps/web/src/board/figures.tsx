import { Link } from '@tanstack/react-router';
import type { StalledList, Summary } from '../../../api/dashboard/dashboard.schema.ts';
import { StateLink } from '../parts/state-link.tsx';
import { useWords } from '../words/words.tsx';

/** A number that the server stopped counting at says so. */
export const countText = ({ total, byReason, upTo }: StalledList): string =>
  Object.values(byReason).some((count) => count >= upTo) ? `${total}+` : String(total);

interface FiguresProps {
  readonly stalled: string | undefined;
  readonly summary: Summary | undefined;
}

/** Five numbers; those that are a list lead to it. */
export function Figures({ stalled, summary }: FiguresProps) {
  const { board } = useWords();
  const { figures } = board;
  return (
    <div className="figures">
      <StateLink to={{ to: '/board' }} current={false}>
        {figures.stalled} <b>{stalled ?? '–'}</b>
      </StateLink>
      <StateLink to={{ to: '/board', search: { reason: 'overdue' } }} current={false}>
        {figures.overdue} <b>{summary?.overdue ?? '–'}</b>
      </StateLink>
      <span className="figure">
        {figures.today} <b>{summary?.today ?? '–'}</b>
      </span>
      <Link to="/cases" search={{ status: 'running' }}>
        {figures.running} <b>{summary?.running ?? '–'}</b>
      </Link>
      <span className="figure">
        {figures.climbed} <b>{summary?.climbed ?? '–'}</b>
      </span>
    </div>
  );
}
