import type { Person } from '../../../api/administration/people/person.schema.ts';
import { useWords } from '../words/words.tsx';

/** Whether somebody can get in, in words. */
export function PersonState({ person }: { readonly person: Person }) {
  const { admin } = useWords();
  const { state } = admin;
  const said = [
    person.active ? null : state.inactive,
    person.locked ? state.locked : null,
    person.active && !person.hasPassword ? state.noPassword : null,
    person.mustChangePassword ? state.mustChange : null,
    person.openRequests > 0 ? state.requests(person.openRequests) : null,
  ].filter((text) => text !== null);
  return (
    <span className="row-actions">
      {said.length === 0 && <span className="chip plain">{state.active}</span>}
      {said.map((text) => (
        <span key={text} className={`chip ${text === state.locked || text === state.inactive ? 'late' : 'plain'}`}>
          {text}
        </span>
      ))}
    </span>
  );
}
