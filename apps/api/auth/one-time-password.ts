import { randomInt } from 'node:crypto';

/** Without letters and digits that are taken for one another when read aloud or copied from paper. */
const alphabet = 'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const groups = 4;
const groupLength = 4;

/** How long a one-time password may be used. */
export const oneTimeLifetime = 72 * 3_600_000;

/** About 93 bits, in four groups: "hK3m-Qw7t-…". */
export function oneTimePassword(): string {
  const group = () => Array.from({ length: groupLength }, () => alphabet[randomInt(alphabet.length)] ?? '').join('');
  return Array.from({ length: groups }, group).join('-');
}
