import type { Ladder } from '../../../../domain/period.ts';
import { useNames } from '../parts/names.ts';
import { useWords } from '../words/words.tsx';

type Members = Readonly<Record<string, unknown>>;

/** A ladder in words: who is told, and its members one by one, a rung each. */
export function useLadderWords() {
  const { rules, join } = useWords();
  const names = useNames();
  const told = (who: readonly string[]): string => who.map((one) => rules.tells[one] ?? names.role(one)).join(join);
  const rungs = (all: Ladder['rungs']): Members =>
    Object.fromEntries(
      all.map(({ level, after, unit, action, tell }) => [
        `L${level}`,
        `${rules.after(after, unit)} ${action}（${told(tell)}）`,
      ]),
    );
  /** Members of a ladder or a period, as the journal of the rules holds them. */
  const spoken = (journalled: unknown): Members => {
    const members = (journalled ?? {}) as Partial<Ladder>;
    return {
      ...members,
      ...(members.remind ? { remind: told(members.remind) } : {}),
      ...(members.reminders
        ? { reminders: members.reminders.map(({ before, unit }) => rules.before(before, unit)).join(join) }
        : {}),
      ...(members.rungs ? { rungs: undefined, ...rungs(members.rungs) } : {}),
    };
  };
  return { told, spoken };
}
