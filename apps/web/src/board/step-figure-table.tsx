import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { addDays } from '../../../../domain/civil-date.ts';
import type { StepFigures } from '../../../api/dashboard/figures.schema.ts';
import { definitionsQuery } from '../server/queries.ts';
import { today } from '../time/dates.ts';
import { useWords } from '../words/words.tsx';
import { FigureTable } from './figure-table.tsx';
import { NumberLink } from './number-link.tsx';

interface StepFigureTableProps {
  readonly label: string;
  readonly items: readonly StepFigures[];
  readonly withProcedure?: boolean;
}

/** What steps took in a year and how they stand now. */
export function StepFigureTable({ label, items, withProcedure }: StepFigureTableProps) {
  const { board } = useWords();
  const { data: definitions } = useQuery(definitionsQuery);
  const procedureName = (key: string) => definitions?.items.find((one) => one.key === key)?.name ?? key;
  const yearAgo = addDays(today(), -365);
  return (
    <FigureTable
      label={label}
      head={[
        board.step,
        board.done,
        board.stepsLate,
        board.median,
        board.ninetieth,
        board.longest,
        board.openNow,
        board.reasons.overdue,
        board.oldest,
      ]}
      rows={items.map((step) => {
        const { definitionKey, elementId, name, medianDays, ninetiethDays, longestDays, oldestDays } = step;
        const of = { procedure: definitionKey, element: elementId };
        const done = { ...of, status: 'completed', endedFrom: yearAgo } as const;
        return {
          key: `${definitionKey} ${elementId}`,
          cells: [
            <span key="name">
              {name}
              {withProcedure && (
                <>
                  {' · '}
                  <Link to="/board/steps/$key" params={{ key: definitionKey }} search={{}}>
                    {procedureName(definitionKey)}
                  </Link>
                </>
              )}
            </span>,
            <NumberLink key="done" count={step.done} rows={done} />,
            <NumberLink key="late" count={step.late} rows={{ ...done, late: 'true' }} />,
            medianDays ?? '',
            ninetiethDays ?? '',
            longestDays ?? '',
            <NumberLink key="open" count={step.open} rows={of} />,
            <NumberLink key="overdue" count={step.overdue} rows={{ ...of, due: 'overdue' }} />,
            oldestDays ?? '',
          ],
        };
      })}
    />
  );
}
