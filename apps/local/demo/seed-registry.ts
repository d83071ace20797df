import { openAsBlob } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { SignIn } from './drive.ts';

/** In this order: a post needs its unit, a charge its leader. */
const sheets = ['units', 'cadres', 'portfolios'] as const;

/** Brings the sheets of the demo city's registry in, as its keeper would. The same sheets again change nothing. */
export async function seedRegistry(signIn: SignIn): Promise<void> {
  const keeper = await signIn('org.staff');
  for (const kind of sheets) {
    const file = await openAsBlob(fileURLToPath(new URL(`registry/${kind}.csv`, import.meta.url)));
    await keeper.upload(`/registry/imports/${kind}`, `${kind}.csv`, file);
  }
}
