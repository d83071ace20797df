import type { Summary } from '../../../api/dashboard/dashboard.schema.ts';
import { useWords } from '../words/words.tsx';
import { sheetOf } from './board.queries.ts';
import { Charted } from './charted.tsx';
import { DueCalendar, DueDays } from './due-calendar.tsx';
import { useBoardSearch } from './use-board-search.ts';

/** 今后 30 天到期. */
export function DuePanel({ summary: { ahead, at } }: { readonly summary: Summary }) {
  const { board } = useWords();
  const { search } = useBoardSearch();
  return (
    <Charted
      name="ahead"
      title={board.ahead}
      sheet={sheetOf('ahead', search)}
      empty={ahead.length === 0}
      chart={<DueCalendar ahead={ahead} at={at} />}
      table={<DueDays ahead={ahead} at={at} />}
    />
  );
}
