import type { Documents } from '../../../api/history/history.schema.ts';
import { useCatalogue } from '../ledgers/use-catalogue.ts';
import { useNames } from '../parts/names.ts';
import { dayOf, dayText, today } from '../time/dates.ts';
import { useSpeaking } from '../words/words.tsx';

export function LetterList({ letters }: { readonly letters: Documents['letters'] }) {
  const { words, language } = useSpeaking();
  const names = useNames();
  const catalogue = useCatalogue();
  if (letters.length === 0) return <p className="empty">{words.cases.noLetters}</p>;
  return (
    <ul className="opinions">
      {letters.map(({ id, type, status, agency, createdAt, data }) => (
        <li key={id}>
          <strong>{type ?? id}</strong> <span className="chip plain">{catalogue.statusOf('letter', status)}</span>{' '}
          <span className="quiet">
            {names.agency(agency)} {typeof data['taskName'] === 'string' && words.story.step(data['taskName'])}{' '}
            {dayText(dayOf(createdAt), today(), language)}
          </span>
        </li>
      ))}
    </ul>
  );
}
