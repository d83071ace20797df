import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { WorkSearch } from '../search.ts';
import { countsQuery } from '../server/queries.ts';
import { useNames } from '../parts/names.ts';
import { dayText, today } from '../time/dates.ts';
import { useSpeaking } from '../words/words.tsx';
import { isFiltered, workQuery } from './work-query.ts';

/** Nothing to show: why, and where to go from here. */
export function EmptyWork({ search }: { readonly search: WorkSearch }) {
  const { words, language } = useSpeaking();
  const { work, act } = words;
  const names = useNames();
  const scope = search.scope ?? 'mine';
  const filtered = isFiltered(search);
  const { data: counts } = useQuery(countsQuery);
  // Nothing due today: what comes next, where it is one's own list.
  const { data: all } = useQuery({ ...workQuery({}), enabled: scope === 'mine' && search.due !== undefined });
  const next = all?.items.find(({ status, dueOn }) => status === 'open' && dueOn !== null);
  const offered = counts?.group.open ?? 0;
  return (
    <div className="empty">
      <p>{filtered ? work.noMatch : work.empty[scope]}</p>
      {filtered && next?.dueOn && (
        <p>
          {work.nextOne(dayText(next.dueOn, today(), language))}
          <Link to="/tasks/$id" params={{ id: next.id }}>
            {next.caseTitle}
          </Link>
          {` · ${next.name} · ${names.agency(next.agency)}`}
        </p>
      )}
      {!filtered && scope === 'mine' && offered > 0 && (
        <Link to="/work" search={{ scope: 'group' }} className="button primary">
          {work.scopes.group} {offered}
        </Link>
      )}
      {filtered && (
        <Link to="/work" search={scope === 'mine' ? {} : { scope }} className="button">
          {act.clear}
        </Link>
      )}
    </div>
  );
}
