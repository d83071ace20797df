import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import '../look/unit.css';
import { useNames } from '../parts/names.ts';
import { meQuery } from '../server/queries.ts';
import { unreadQuery } from '../notices/notices.queries.ts';
import { useWords } from '../words/words.tsx';

/** What surrounds the portal: the unit's name and four ways, no rail. */
export function UnitBar() {
  const { app, nav, unit, notices } = useWords();
  const names = useNames();
  const { data: me } = useQuery(meQuery);
  const { data: unread = 0 } = useQuery(unreadQuery);
  return (
    <header className="unit-bar no-print">
      <p>
        <b translate="no">{app}</b> · {names.agency(me?.agency ?? null)}
      </p>
      <nav aria-label={nav.label}>
        <ul>
          <li>
            <Link to="/unit" activeOptions={{ exact: true, includeSearch: false }}>
              {unit.home}
            </Link>
          </li>
          <li>
            <Link to="/unit/items">{unit.items}</Link>
          </li>
          <li>
            <Link to="/notices">
              {nav.notices}
              {unread > 0 && (
                <>
                  {' '}
                  <span className="count">{unread > 99 ? '99+' : unread}</span>
                  <span className="hidden"> {notices.unread}</span>
                </>
              )}
            </Link>
          </li>
          <li>
            <Link to="/me">{nav.me}</Link>
          </li>
        </ul>
      </nav>
    </header>
  );
}
