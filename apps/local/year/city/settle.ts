import type { Http } from '../../../../scenarios/http.ts';
import type { SignIn } from '../../demo/drive.ts';
import { cadresSheet, unitsSheet } from './city.ts';
import type { PersonOfYear, UnitOfYear } from './city.ts';
import { atOnce } from '../at-once.ts';
import { pagesOf } from '../pages.ts';

const reason = '全年演练';

interface KnownPerson {
  readonly id: string;
  readonly posts: readonly { readonly current: boolean }[];
}

/**
 * The city as its keepers would enter it: units and heads by the registry's sheets, accounts and posts for their people by two
 * administrators. What is there already is left as it is.
 */
export async function settleCity(signIn: SignIn, seed: string, city: readonly UnitOfYear[]): Promise<void> {
  const keeper = await signIn('org.staff');
  await keeper.upload('/registry/imports/units', '单位.csv', new Blob([unitsSheet(city)]));
  const system = await signIn('sysadmin');
  const known = await pagesOf<KnownPerson>(system, `/admin/people?q=y${seed}-`);
  const settled = new Set(known.filter(({ posts }) => posts.some(({ current }) => current)).map(({ id }) => id));
  const there = new Set(known.map(({ id }) => id));
  const security = await signIn('secadmin');
  await atOnce(
    city.flatMap(({ id, head, staff }) => [head, staff].map((person) => ({ unit: id, person }))),
    async ({ unit, person }) => {
      if (!there.has(person.account)) await createAccount(system, unit, person);
      if (!settled.has(person.account)) await givePost({ system, security }, unit, person);
    },
  );
  await keeper.upload('/registry/imports/cadres', '人员.csv', new Blob([cadresSheet(city)]));
}

async function createAccount(system: Http, agency: string, { account, name }: PersonOfYear): Promise<void> {
  await system.post('/admin/people', { id: account, name, agency, reason });
}

/** Asked for by one administrator, confirmed by another. */
async function givePost(
  { system, security }: { readonly system: Http; readonly security: Http },
  agency: string,
  { account, role, title }: PersonOfYear,
): Promise<void> {
  const post = { agency, role, title, since: '2023-01-01', reason };
  const request = (await system.post(`/admin/people/${account}/posts`, post)) as { readonly id: string };
  await security.post(`/admin/requests/${request.id}/confirm`, { reason });
}
