import { useWords } from '../../words/words.tsx';

/** Where the procedure wants a second person, it is said before anything is written. */
export function TwoPersons({ wanted }: { readonly wanted: boolean }) {
  const { operations } = useWords();
  return wanted ? <p className="bar">{operations.correction.two}</p> : null;
}
