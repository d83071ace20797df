import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { people } from '../parts/finders.ts';
import { ServerAct } from '../parts/server-act.tsx';
import { Reading } from '../parts/reading.tsx';
import { dayText, today } from '../time/dates.ts';
import { useSpeaking } from '../words/words.tsx';
import { keepersQuery } from './dossiers.queries.ts';

/** Who keeps the dossiers, and who kept them. */
export function Keepers() {
  const { words, language } = useSpeaking();
  const query = useQuery(keepersQuery);
  const [appointing, setAppointing] = useState(false);
  const [dismissed, setDismissed] = useState<string | null>(null);
  const { dossiers } = words;
  const { acts, fields } = dossiers;
  if (!query.data) return <Reading query={query} />;
  const { items, mayAppoint } = query.data;
  const day = (date: string) => dayText(date, today(), language);
  return (
    <section className="panel">
      <h2>{dossiers.keepers}</h2>
      <ul className="opinions">
        {items.map(({ person, since, until, appointedBy }) => (
          <li key={`${person.id} ${since}`}>
            <strong>{person.name}</strong> {dossiers.keeps(day(since), until && day(until))}{' '}
            <span className="quiet">{dossiers.appointedBy(appointedBy.name)}</span>{' '}
            {mayAppoint && until === null && (
              <button
                type="button"
                className="button small"
                aria-label={`${acts.dismiss} ${person.name}`}
                onClick={() => setDismissed(person.id)}
              >
                {acts.dismiss}
              </button>
            )}
          </li>
        ))}
      </ul>
      {items.length === 0 && <p className="empty">{dossiers.noKeepers}</p>}
      {mayAppoint && (
        <p>
          <button type="button" className="button" onClick={() => setAppointing(true)}>
            {acts.appoint}
          </button>
        </p>
      )}
      {appointing && (
        <ServerAct
          area="dossiers"
          title={acts.appoint}
          path="/dossier-office/keepers"
          fields={[
            { name: 'person', label: fields.keeper, kind: 'pick', find: people, required: true },
            { name: 'since', label: fields.since, kind: 'day' },
          ]}
          onClose={() => setAppointing(false)}
        />
      )}
      {dismissed && (
        <ServerAct
          area="dossiers"
          title={acts.dismiss}
          path={`/dossier-office/keepers/${encodeURIComponent(dismissed)}/dismiss`}
          fields={[{ name: 'until', label: fields.until, kind: 'day' }]}
          onClose={() => setDismissed(null)}
        />
      )}
    </section>
  );
}
