import { useQuery } from '@tanstack/react-query';
import { useNames } from '../../parts/names.ts';
import { dayOf, dayText, today } from '../../time/dates.ts';
import { useSpeaking } from '../../words/words.tsx';
import { sourceChangesQuery } from '../platform.queries.ts';

/** What the entry said before, who changed it and why. */
export function SourceChanges({ id }: { readonly id: string }) {
  const { words, language } = useSpeaking();
  const { source } = words;
  const names = useNames();
  const { data } = useQuery(sourceChangesQuery(id));
  if (!data || data.total === 0) return null;
  return (
    <section className="panel">
      <h2>{source.changes(data.total)}</h2>
      <ul>
        {data.items.map(({ at, by, before, after, reason }) => (
          <li key={at}>
            {dayText(dayOf(at), today(), language)} {names.person(by)}{' '}
            {Object.entries(after).map(([field, value]) => (
              <span key={field}>
                {fieldIn(source, field)} <del>{before[field]}</del> <ins>{value}</ins>{' '}
              </span>
            ))}
            <span className="quiet">{reason}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

const named = ['name', 'purpose', 'level', 'cycle', 'tolerance'] as const;
const fieldIn = (words: Readonly<Record<(typeof named)[number], string>>, field: string): string => {
  const known = named.find((one) => one === field);
  return known ? words[known] : field;
};
