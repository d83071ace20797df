import { Http } from '../../../scenarios/http.ts';
import type { SignIn } from './drive.ts';

/** Signs every account in once, at its first use. */
export function signInAt(base: string, password: string): SignIn {
  const known = new Map<string, Promise<Http>>();
  return (account) => {
    const already = known.get(account) ?? Http.signIn(base, account, password);
    known.set(account, already);
    return already;
  };
}
