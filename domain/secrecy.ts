import { CaseError } from './errors.ts';

/** 密级, lowest first: 公开, 内部, 工作秘密, then the three levels of state secrets. */
const levels = ['public', 'internal', 'work-secret', 'secret', 'confidential', 'top-secret'] as const;

export type Secrecy = (typeof levels)[number];

/** 工作秘密: the level of whatever names none (保密法 64). */
export const defaultSecrecy: Secrecy = 'work-secret';

const names: Readonly<Record<Secrecy, string>> = {
  public: '公开',
  internal: '内部',
  'work-secret': '工作秘密',
  secret: '秘密',
  confidential: '机密',
  'top-secret': '绝密',
};

/** What people read. */
export function secrecyName(level: Secrecy): string {
  return names[level];
}

/** Reads a code or the Chinese word; null when it is neither. */
export function secrecyOf(text: string): Secrecy | null {
  return levels.find((level) => level === text || names[level] === text) ?? null;
}

/** Whether a record of this level may not be kept where the ceiling is lower (保密法 30, 31). */
export function exceedsCeiling(level: Secrecy, ceiling: Secrecy): boolean {
  return levels.indexOf(level) > levels.indexOf(ceiling);
}

/** Records of a case do not go where the circle is that of a less secret one. */
export function requireAsSecret(from: Secrecy, to: Secrecy): void {
  if (!exceedsCeiling(from, to)) return;
  const message = `本案的密级（${secrecyName(from)}）高于接收材料的案件（${secrecyName(to)}），材料不能转入`;
  throw new CaseError('LOWER_SECRECY', message);
}

/** The stricter of two levels: a file is as secret as the most secret thing in it. */
export function stricter(a: Secrecy, b: Secrecy): Secrecy {
  return exceedsCeiling(a, b) ? a : b;
}

/** What leaves no trace when it is read, as code and as word: a procedure may mark its cases with either. */
export const unmarked: readonly string[] = ['public', 'internal', names.public, names.internal];

/** 工作秘密 and above: reading it leaves an entry. */
export const isMarked = (level: string): boolean => !unmarked.includes(level);
