import { Link } from '@tanstack/react-router';
import { usePageTitle } from '../frame/page-title.ts';
import { useWords } from '../words/words.tsx';

const own = /^\/(admin|me|notices|help)(\/|$)/;

/** Whether an address is of those that administrators have to do with; all others are business, where they are refused. */
export const isForAdministrators = (pathname: string): boolean => pathname === '/' || own.test(pathname);

/** Stands where a page of business would be: nothing is asked for that the server would refuse. */
export function NoBusiness() {
  const { admin } = useWords();
  usePageTitle(admin.noBusiness);
  return (
    <section className="page message">
      <h1>{admin.noBusiness}</h1>
      <p>{admin.noBusinessHelp}</p>
      <p>
        <Link to="/admin" className="button primary">
          {admin.toAdmin}
        </Link>
      </p>
    </section>
  );
}
