import { Link } from '@tanstack/react-router';
import type { MechanismSummary } from '../../../api/mechanisms/mechanism.schema.ts';
import { useWords } from '../words/words.tsx';

/** One button for each procedure that somebody opens. */
export function OpenNew({ procedures }: Pick<MechanismSummary, 'procedures'>) {
  const { mechanisms } = useWords();
  const some = procedures.filter(({ opens, version }) => opens && version !== null);
  return (
    some.length > 0 && (
      <p className="row-actions">
        {some.map(({ key, name }) => (
          <Link key={key} to="/cases/new" search={{ procedure: key }} className="button small">
            {mechanisms.openNewOf(name)}
          </Link>
        ))}
      </p>
    )
  );
}
