import { addDays, civilDateOf } from '../../../domain/civil-date.ts';
import type { SignIn } from './drive.ts';
import { people } from './people.ts';

interface Shipped {
  readonly id: string;
  readonly ownerRole: string;
  readonly known: boolean;
}

/** The recurring procedures of the release, in force from tomorrow on, so that nothing opens at once. Done again it changes nothing. */
export async function seedRecurring(signIn: SignIn): Promise<void> {
  const keeper = await signIn('cdi.style');
  const { items } = (await keeper.get('/recurring/shipped')) as { readonly items: readonly Shipped[] };
  const startsOn = addDays(civilDateOf(Date.now()), 1);
  for (const { ownerRole, known, ...procedure } of items) {
    const owner = people.find(({ role }) => role === ownerRole)?.account;
    if (!owner) throw new Error(`${procedure.id}: 示例账号中没有人担任 ${ownerRole}`);
    if (!known) await keeper.post('/recurring', { ...procedure, owner, startsOn });
  }
}
