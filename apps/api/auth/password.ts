import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify(argon2);

/** argon2id with 19 MiB, two passes, one lane: about 35 ms. */
const cost = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 };

const phc = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;

const base64 = (bytes: Buffer): string => bytes.toString('base64').replace(/=+$/, '');

/** The password's hash as a PHC string. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const tag = await tagOf(password, salt, cost);
  return `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${base64(salt)}$${base64(tag)}`;
}

/** False for a wrong password; throws when the stored text is not a PHC string of ours. */
export async function passwordMatches(password: string, stored: string): Promise<boolean> {
  const [, memory, passes, parallelism, salt, tag] = phc.exec(stored) ?? [];
  if (salt === undefined || tag === undefined) throw new Error('a stored password hash is not argon2id in PHC form');
  const expected = Buffer.from(tag, 'base64');
  const actual = await tagOf(password, Buffer.from(salt, 'base64'), {
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
    tagLength: expected.length,
  });
  return timingSafeEqual(actual, expected);
}

const tagOf = (password: string, nonce: Buffer, costs: typeof cost): Promise<Buffer> =>
  derive('argon2id', { message: Buffer.from(password.normalize('NFKC'), 'utf8'), nonce, ...costs });

let decoy: Promise<string> | undefined;

/** Takes as long as a real comparison, so that an unknown name cannot be told from a wrong password by time. */
export async function compareWithNobody(password: string): Promise<void> {
  decoy ??= hashPassword(randomBytes(12).toString('hex'));
  await passwordMatches(password, await decoy);
}
