import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { administratorKindOf } from '../../../../domain/administration.ts';
import { adminPagesOf } from '../admin/administrator.ts';
import { meQuery } from '../server/queries.ts';
import { useWords } from '../words/words.tsx';
import { unreadQuery } from '../notices/notices.queries.ts';
import { Icon } from './icon.tsx';
import { mayDesign } from './pages.ts';

/** Left rail; 56 px narrow at medium width, a bar below on a phone. */
export function Rail() {
  const words = useWords();
  const { data: me } = useQuery(meQuery);
  const { data: unread = 0 } = useQuery(unreadQuery);
  const kind = administratorKindOf({ posts: me?.posts ?? [] });
  return (
    <nav className="rail" aria-label={words.nav.label}>
      <p className="brand" translate="no">
        {words.app}
      </p>
      <ul>
        {kind === null && (
          <>
            <Item to="/work" icon="work" label={words.nav.work} />
            <Item to="/cases" icon="cases" label={words.nav.cases} />
            <Item to="/board" icon="board" label={words.nav.board} />
            <Item to="/mechanisms" icon="mechanisms" label={words.nav.mechanisms} wide />
            <Item to="/ledgers/finding" icon="ledgers" label={words.nav.ledgers} wide />
            <Item to="/registry/units" icon="registry" label={words.nav.registry} wide />
            <Item to="/dossiers" icon="dossiers" label={words.nav.dossiers} wide />
          </>
        )}
        {mayDesign(me?.roles ?? []) && (
          <>
            <Item to="/design" icon="design" label={words.nav.design} wide />
            <Item to="/what-if" icon="whatIf" label={words.nav.whatIf} wide />
          </>
        )}
        {kind !== null && (
          <>
            <Item to="/admin" icon="admin" label={words.admin.title} exact />
            {adminPagesOf(kind).map(({ to, name }) => (
              <li key={name} className="wide sub">
                <Link to={to} activeOptions={{ includeSearch: false }}>
                  <span>{words.admin.pages[name]}</span>
                </Link>
              </li>
            ))}
          </>
        )}
        <Item to="/admin/calendars" icon="rules" label={words.rules.title} wide />
        <Item to="/notices" icon="notices" label={words.nav.notices} {...(unread > 0 ? { count: unread } : {})} />
        <Item to="/me" icon="me" label={words.nav.me} />
        <Item to="/help" icon="help" label={words.nav.help} wide />
      </ul>
    </nav>
  );
}

interface ItemProps {
  readonly to:
    | '/work'
    | '/cases'
    | '/board'
    | '/mechanisms'
    | '/ledgers/finding'
    | '/registry/units'
    | '/dossiers'
    | '/design'
    | '/what-if'
    | '/notices'
    | '/admin'
    | '/admin/calendars'
    | '/me'
    | '/help';
  readonly icon: Parameters<typeof Icon>[0]['name'];
  readonly label: string;
  readonly count?: number;
  /** Not for the pages below it. */
  readonly exact?: boolean;
  /** Left out of the phone's bar. */
  readonly wide?: true;
}

function Item({ to, icon, label, count, exact = false, wide }: ItemProps) {
  const { notices } = useWords();
  const link = { to } as { to: '/work' };
  return (
    <li className={wide ? 'wide' : undefined}>
      <Link {...link} activeOptions={{ includeSearch: false, exact }} title={label}>
        <Icon name={icon} />
        <span>{label}</span>
        {count ? (
          <span className="count">
            {count > 99 ? '99+' : count}
            <span className="hidden"> {notices.unread}</span>
          </span>
        ) : null}
      </Link>
    </li>
  );
}
