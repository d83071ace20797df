import { useQuery } from '@tanstack/react-query';
import { usePageTitle } from '../frame/page-title.ts';
import { useCatalogue } from '../ledgers/use-catalogue.ts';
import { Reading } from '../parts/reading.tsx';
import { wholeLedgerQuery } from '../server/queries.ts';
import { dayText, today } from '../time/dates.ts';
import { useSpeaking } from '../words/words.tsx';

/** 整改事项: the unit's own, what is open first. */
export function ItemsPage() {
  const { words, language } = useSpeaking();
  const { unit } = words;
  const catalogue = useCatalogue();
  const query = useQuery(wholeLedgerQuery('item', { sort: 'due' }));
  usePageTitle(unit.items);
  const { data } = query;
  if (!data) return <Reading query={query} />;
  const items = data.toSorted((a, b) => Number(a.closed) - Number(b.closed));
  return (
    <>
      <h1>
        {unit.items} <span className="quiet">{items.length}</span>
      </h1>
      {items.length === 0 && <p className="empty">{unit.noItems}</p>}
      <ul className="unit-tasks">
        {items.map((item) => {
          const { measure, proof, opinion } = item.data as Readonly<Record<string, unknown>>;
          return (
            <li key={`${item.caseId} ${item.id}`} className="panel">
              <h2>{item.title}</h2>
              <p>
                <span className={`chip ${item.overdue ? 'late' : 'plain'}`}>
                  {item.overdue ? '⚠ ' : ''}
                  {catalogue.statusOf('item', item.status)}
                </span>{' '}
                {item.dueOn && unit.until(dayText(item.dueOn, today(), language))}
              </p>
              <dl className="facts">
                {[
                  [unit.measure, measure],
                  [unit.proof, proof],
                  [unit.opinion, opinion],
                ].map(
                  ([label, value]) =>
                    typeof value === 'string' && (
                      <div key={String(label)}>
                        <dt>{String(label)}</dt>
                        <dd>{value}</dd>
                      </div>
                    ),
                )}
              </dl>
              <p className="quiet">
                {item.caseTitle} <span className="nowrap">{item.caseNumber}</span>
              </p>
            </li>
          );
        })}
      </ul>
    </>
  );
}
