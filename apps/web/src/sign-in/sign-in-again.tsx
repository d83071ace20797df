import { useQueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import type { User } from '../../../api/auth/auth.schema.ts';
import { Dialog } from '../parts/dialog.tsx';
import { meQuery } from '../server/queries.ts';
import { sessionLost } from '../server/session.ts';
import { useWords } from '../words/words.tsx';
import { SignInForm } from './sign-in-form.tsx';

/** Over the page when the session has ended in the middle of work: what is filled in stays. */
export function SignInAgain() {
  const words = useWords();
  const queries = useQueryClient();
  const lost = useSyncExternalStore(sessionLost.listen, sessionLost.now);
  if (!lost) return null;
  const before = queries.getQueryData<User>(meQuery.queryKey);
  return (
    <Dialog title={words.signIn.title} onClose={() => undefined} mustAnswer actions={<></>}>
      <p>{words.signIn.lost}</p>
      <SignInForm
        {...(before ? { username: before.username } : {})}
        onSignedIn={(user) => {
          // Somebody else at the same machine starts afresh.
          if (before && user.username !== before.username) location.reload();
          void queries.invalidateQueries();
        }}
      />
    </Dialog>
  );
}
