import { Http } from '../../../../scenarios/http.ts';
import { signInAt } from '../../demo/signed-in.ts';
import type { SignIn } from '../../demo/drive.ts';
import type { UnitOfYear } from './city.ts';

/** What the people of the simulated city sign in with; they exist on a demo system alone. */
const password = 'Quannian-Yanlian-1';
const reason = '全年演练';

/** Demo accounts by their own password; whoever is of the simulated city gets a first one from the security administrator and changes it. */
export function signInOfYear(base: string, demoPassword: string, city: readonly UnitOfYear[]): SignIn {
  const demo = signInAt(base, demoPassword);
  const own = new Set(city.flatMap(({ head, staff }) => [head.account, staff.account]));
  const known = new Map<string, Promise<Http>>();
  return (account) => {
    if (!own.has(account)) return demo(account);
    const already = known.get(account) ?? admitted(base, account, demo);
    known.set(account, already);
    return already;
  };
}

async function admitted(base: string, account: string, demo: SignIn): Promise<Http> {
  const { hasPassword, mustChangePassword } = (await (await demo('sysadmin')).get(`/admin/people/${account}`)) as {
    readonly hasPassword: boolean;
    readonly mustChangePassword: boolean;
  };
  if (!hasPassword || mustChangePassword) {
    const issued = (await (await demo('secadmin')).post(`/admin/people/${account}/reset-password`, { reason })) as {
      readonly oneTimePassword: string;
    };
    const first = await Http.signIn(base, account, issued.oneTimePassword);
    await first.post('/auth/password', { current: issued.oneTimePassword, next: password });
  }
  return Http.signIn(base, account, password);
}
