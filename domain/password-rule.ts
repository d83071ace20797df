import type { Defect } from './errors.ts';

const shortest = 8;
const longest = 256;
const classes = [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{L}\p{Nd}]/u, /\p{Lo}/u];

/** What is wrong with a new password: at least eight characters of three classes, without the account's name (GB/T 22239). */
export function passwordDefects(password: string, user: string): readonly Defect[] {
  const characters = Array.from(password).length;
  const used = classes.filter((one) => one.test(password)).length;
  const wrong = [
    ...(characters < shortest || characters > longest ? [`口令应有 ${shortest} 到 ${longest} 个字符`] : []),
    ...(used < 3 ? ['口令应包含大写字母、小写字母、数字、符号中的至少三类'] : []),
    ...(password.toLowerCase().includes(user.toLowerCase()) ? ['口令不能包含用户名'] : []),
  ];
  return wrong.map((message) => ({ code: 'WEAK_PASSWORD', message, path: 'next' }));
}
