import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { usePageTitle } from '../frame/page-title.ts';
import { useWords } from '../words/words.tsx';
import { adminPagesOf, useAdministrator } from './administrator.ts';
import type { AdminPageName } from './administrator.ts';

interface AdminPageProps {
  readonly name: AdminPageName;
  readonly total?: number | undefined;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** One page of administration; whoever it is not for learns whose it is and where to turn. */
export function AdminPage({ name, total, actions, children }: AdminPageProps) {
  const { admin } = useWords();
  const kind = useAdministrator();
  const title = admin.pages[name];
  usePageTitle(admin.title, title);
  if (!adminPagesOf(kind).some((page) => page.name === name)) return <NotYours name={name} />;
  return (
    <>
      <div className="work-head">
        <h1>
          {title} {total !== undefined && <span className="quiet">{total}</span>}
        </h1>
        {actions && <p className="row-actions">{actions}</p>}
      </div>
      {children}
    </>
  );
}

function NotYours({ name }: { readonly name: AdminPageName }) {
  const { admin, state } = useWords();
  return (
    <section className="page message" role="alert">
      <h1>{state.forbidden}</h1>
      <p>{admin.notYours[name]}</p>
      <p>{admin.askFor}</p>
      <p>
        <Link to="/">{state.home}</Link>
      </p>
    </section>
  );
}

/** 管理: what this kind of administrator does, page by page. */
export function AdminHome() {
  const { admin, state } = useWords();
  const kind = useAdministrator();
  usePageTitle(admin.title);
  if (kind === null)
    return (
      <section className="page message" role="alert">
        <h1>{state.forbidden}</h1>
        <p>{admin.onlyAdministrators}</p>
        <p>{admin.askFor}</p>
        <p>
          <Link to="/">{state.home}</Link>
        </p>
      </section>
    );
  return (
    <>
      <div className="work-head">
        <h1>
          {admin.title} <span className="quiet">{admin.kinds[kind]}</span>
        </h1>
      </div>
      <p className="purpose">{admin.duty[kind]}</p>
      <ul className="mechanisms">
        {adminPagesOf(kind).map(({ to, name }) => (
          <li key={name} className="panel">
            <h2>
              <Link to={to}>{admin.pages[name]}</Link>
            </h2>
            <p>{admin.about[name]}</p>
          </li>
        ))}
        <li className="panel">
          <h2>
            <Link to="/admin/calendars">{admin.rules.calendars}</Link>
          </h2>
          <p>{admin.rules.aboutCalendars}</p>
        </li>
      </ul>
    </>
  );
}
