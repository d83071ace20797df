import { useQuery } from '@tanstack/react-query';
import { StateLink } from '../parts/state-link.tsx';
import { intakesQuery } from '../server/queries.ts';
import { momentText, today } from '../time/dates.ts';
import { useSpeaking } from '../words/words.tsx';

/** The reader's own sheets, the latest first. */
export function EarlierIntakes() {
  const { words, language } = useSpeaking();
  const { intake } = words;
  const { data } = useQuery(intakesQuery);
  if (!data || data.items.length === 0) return null;
  return (
    <section className="panel">
      <h2>{intake.earlier}</h2>
      <ul className="opinions">
        {data.items.map(({ id, definitionKey, fileName, receivedAt, opened, total }) => (
          <li key={id}>
            <StateLink to={{ to: '/cases/import', search: { procedure: definitionKey, intake: id } }} current={false}>
              {fileName}
            </StateLink>{' '}
            {intake.of(opened, total)} <span className="quiet nowrap">{momentText(receivedAt, today(), language)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
