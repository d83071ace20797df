import { exampleDuties } from '../../../definitions/duties.ts';
import { civilDateOf } from '../../../domain/civil-date.ts';
import type { SignIn } from './drive.ts';

/** This year's list of the demo city, drawn up and not yet in force. Done again it changes nothing. */
export async function seedDuties(signIn: SignIn): Promise<void> {
  const keeper = await signIn('cdi.style');
  const year = Number(civilDateOf(Date.now()).slice(0, 4));
  const id = `example-${year}`;
  const known = (await keeper.get('/duties/lists')) as { readonly items: readonly { readonly id: string }[] };
  if (!known.items.some((list) => list.id === id))
    await keeper.post('/duties/lists', { id, name: '全面从严治党责任清单（示例）', year });
  await keeper.upload(`/duties/lists/${id}/items`, 'example.csv', new Blob([exampleDuties(year)]));
}
