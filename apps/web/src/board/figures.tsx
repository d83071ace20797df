import { Link } from '@tanstack/react-router';
import type { Summary } from '../../../api/dashboard/dashboard.schema.ts';
import { useWords } from '../words/words.tsx';

interface FiguresProps {
  readonly stalled: number | undefined;
  readonly summary: Summary | undefined;
}

/** Five numbers; those that are a list lead to it. */
export function Figures({ stalled, summary }: FiguresProps) {
  const { board } = useWords();
  const { figures } = board;
  return (
    <div className="figures">
      <Link to="/board" activeProps={{}}>
        {figures.stalled} <b>{stalled ?? '–'}</b>
      </Link>
      <Link to="/board" search={{ reason: 'overdue' }} activeProps={{}}>
        {figures.overdue} <b>{summary?.overdue ?? '–'}</b>
      </Link>
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
