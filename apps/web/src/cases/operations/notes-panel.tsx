import { useQuery } from '@tanstack/react-query';
import type { Case } from '../../../../api/cases/case.schema.ts';
import type { Note } from '../../../../api/notes/note.schema.ts';
import { useNames } from '../../parts/names.ts';
import { Reading } from '../../parts/reading.tsx';
import { momentText, today } from '../../time/dates.ts';
import { useSpeaking } from '../../words/words.tsx';
import { notesQuery } from './operations.queries.ts';

/** 便签: those that are for the reader. */
export function NotesPanel({ matter }: { readonly matter: Case }) {
  const { words, language } = useSpeaking();
  const { notes } = words.operations;
  const query = useQuery(notesQuery(matter.id));
  const readersOf = useReaders();
  const { data } = query;
  if (!data) return <Reading query={query} />;
  return (
    <section className="panel">
      <h2>{notes.title}</h2>
      {data.items.length === 0 && <p className="quiet">{notes.none}</p>}
      <ul className="opinions">
        {data.items.map((note) => (
          <li key={note.id}>
            <p className="said">{note.text}</p>
            <p className="quiet">
              {note.authorName ?? note.author} {momentText(note.at, today(), language)}{' '}
              {note.visibleTo && notes.only(readersOf(note.visibleTo))}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function useReaders() {
  const { words } = useSpeaking();
  const names = useNames();
  return ({ users = [], roles = [], agencies = [] }: NonNullable<Note['visibleTo']>): string =>
    [...users.map(names.person), ...roles.map(names.role), ...agencies.map(names.agency)].join(words.join) ||
    words.operations.notes.author;
}
