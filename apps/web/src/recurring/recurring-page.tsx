import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { usePageTitle } from '../frame/page-title.ts';
import { Reading } from '../parts/reading.tsx';
import { useWords } from '../words/words.tsx';
import { OfferedProcedures } from './offered-procedures.tsx';
import { NewProcedure } from './new-procedure.tsx';
import { ProcedureRow } from './procedure-row.tsx';
import { recurringQuery } from './recurring.queries.ts';
import { useMayKeep } from './use-may-keep.ts';

/** 周期程序: what opens by itself, when next and why on that day. */
export function RecurringPage() {
  const { recurring, duties } = useWords();
  const query = useQuery(recurringQuery);
  const mayKeep = useMayKeep();
  usePageTitle(recurring.title);
  if (!query.data) return <Reading query={query} />;
  const { items } = query.data;
  return (
    <>
      <div className="page-head">
        <Link to="/duties">{duties.title}</Link>
        <h1>
          {recurring.title} <span className="quiet">{items.length}</span>
        </h1>
        {mayKeep && <NewProcedure />}
      </div>
      <p className="purpose">{recurring.lead}</p>
      {items.length === 0 && <p className="empty">{recurring.none}</p>}
      {items.length > 0 && (
        <div className="scroller" role="region" aria-label={recurring.title} tabIndex={0}>
          <table className="plain-table panel recurring-table">
            <thead>
              <tr>
                {recurring.columns.map((column) => (
                  <th scope="col" key={column}>
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {items.map((one) => (
                <ProcedureRow key={one.id} procedure={one} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {mayKeep && <OfferedProcedures />}
    </>
  );
}
