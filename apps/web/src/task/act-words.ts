import type { Words } from '../words/zh.ts';
import type { ActName } from './acts.ts';

/** The word of an act: the same on every button. */
export function actWord({ act }: Words, name: ActName): string {
  switch (name) {
    case 'add-signer':
      return act.addSigner;
    case 'remove-signer':
      return act.removeSigner;
    case 'cancel':
      return act.cancelTask;
    default:
      return act[name];
  }
}
