import { useNavigate } from '@tanstack/react-router';
import { usePreferences } from '../parts/preferences.ts';
import { workSorts } from '../search.ts';
import type { WorkSearch } from '../search.ts';
import { addressOf } from '../server/call.ts';
import { useWords } from '../words/words.tsx';
import { workFilter } from './work-query.ts';

/** Order, height of rows, and the list as a spreadsheet. */
export function ListTools({ search }: { readonly search: WorkSearch }) {
  const { work, act } = useWords();
  const navigate = useNavigate();
  const { preferences, prefer } = usePreferences();
  const compact = preferences.density === 'compact';
  return (
    <span className="row-actions spring">
      {search.scope !== 'done' && (
        <select
          className="field choice-field"
          aria-label={work.sort}
          value={search.sort ?? 'dueAt'}
          onChange={(event) => {
            const sort = workSorts.find((one) => one === event.target.value);
            const { sort: _, ...others } = search;
            void navigate({
              to: '/work',
              search: sort && sort !== 'dueAt' ? { ...others, sort } : others,
              replace: true,
            });
          }}
        >
          {workSorts.map((one) => (
            <option key={one} value={one}>
              {work.sorts[one]}
            </option>
          ))}
        </select>
      )}
      <button
        type="button"
        className="button small"
        aria-pressed={compact}
        onClick={() => prefer({ density: compact ? 'normal' : 'compact' })}
      >
        {work.compact}
      </button>
      <a className="button small" href={addressOf('/tasks.xlsx', workFilter(search)).href} download>
        {act.export} .xlsx
      </a>
    </span>
  );
}
