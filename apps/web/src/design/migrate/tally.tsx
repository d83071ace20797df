import type { MigrationReport } from '../../../../api/migrations/migration.schema.ts';
import { useMigrateWords } from './migrate-words.ts';

interface TallyProps {
  readonly title: string;
  readonly rows: MigrationReport['unmapped'];
  readonly look: 'fault' | 'warned';
}

/** Over all cases: what is said of which element, and in how many cases; what has no place can be given one. */
export function Tally({ title, rows, look }: TallyProps) {
  const { migrate } = useMigrateWords();
  if (rows.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul className="told">
        {rows.map(({ elementId, code, message, cases }) => (
          <li key={`${elementId} ${code ?? ''} ${message}`}>
            <code>{elementId}</code> {message}（{migrate.job.casesOf(cases)}）{' '}
            {look === 'fault' && (
              <button
                type="button"
                className="button small"
                onClick={() => document.getElementById(`map-${elementId}`)?.focus()}
              >
                {migrate.job.place}
                <span className="hidden"> {elementId}</span>
              </button>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
