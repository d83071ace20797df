import { useQuery } from '@tanstack/react-query';
import { Outlet, useRouterState } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { administratorKindOf } from '../../../../domain/administration.ts';
import { isForAdministrators, NoBusiness } from '../admin/no-business.tsx';
import { Announcer } from '../parts/announcer.tsx';
import { SignInAgain } from '../sign-in/sign-in-again.tsx';
import { meQuery } from '../server/queries.ts';
import { isOfUnit } from '../unit/unit-address.ts';
import { UnitBar } from '../unit/unit-bar.tsx';
import { useWords } from '../words/words.tsx';
import { Commands } from './commands.tsx';
import { Keeper } from './keeper.tsx';
import { KeysHelp } from './keys-help.tsx';
import { OfflineBar } from './offline-bar.tsx';
import { PageHelp } from './page-help.tsx';
import { Rail } from './rail.tsx';
import { useKeptFocus } from './use-kept-focus.ts';

/** Navigation beside (or below) the page; a new page takes the focus. */
export function Frame() {
  const words = useWords();
  const { data: me } = useQuery(meQuery);
  const main = useRef<HTMLElement>(null);
  const pathname = useRouterState({ select: ({ location }) => location.pathname });
  const first = useRef(true);
  const resolved = useRouterState({ select: ({ resolvedLocation }) => resolvedLocation?.pathname });
  // While the next page is on its way the one before is still there.
  const isOutside =
    me !== undefined &&
    administratorKindOf(me) !== null &&
    !(isForAdministrators(pathname) && isForAdministrators(resolved ?? pathname));
  useKeptFocus();
  useEffect(() => {
    if (!first.current) main.current?.focus({ preventScroll: true });
    first.current = false;
  }, [pathname]);
  return (
    <div className={me && isOfUnit(me) ? 'frame unit-frame' : 'frame'}>
      <a
        className="skip"
        href="#main"
        onClick={(event) => {
          event.preventDefault();
          main.current?.focus();
        }}
      >
        {words.skip}
      </a>
      {me && isOfUnit(me) ? <UnitBar /> : <Rail />}
      <main id="main" ref={main} tabIndex={-1}>
        <OfflineBar />
        {!isOutside && <PageHelp />}
        <Announcer>{isOutside ? <NoBusiness /> : <Outlet />}</Announcer>
      </main>
      <SignInAgain />
      <KeysHelp />
      <Commands />
      <Keeper />
    </div>
  );
}
