import type { SignRule } from '../model.ts';
import type { Signer } from '../state.ts';

/** What the signatures decide: the step's first outcome is the affirmative, its last the negative. */
export interface Verdict {
  readonly outcome: string | null;
}

/**
 * Null while it is open.
 * 1. any: the first signature of the last stage decides; 2. all, sequence: affirmative when all are, else the first that is not;
 * 3. ratio: affirmative once so many of all have said so, negative once that cannot be reached any more;
 * 4. with a veto the first negative signature decides. Opinions asked before the signature do not count.
 */
export function verdictOf(
  rule: SignRule | undefined,
  outcomes: readonly string[],
  signers: readonly Signer[],
): Verdict | null {
  const [affirmative = null] = outcomes;
  const negative = outcomes.at(-1) ?? null;
  const counted = signers.filter(({ opinion }) => !opinion);
  const done = counted.filter((signer) => signer.done);
  const against = done.find(({ outcome }) => outcome !== affirmative);
  if (rule?.veto && against) return { outcome: against.outcome };
  if (rule?.mode === 'any') {
    const last = Math.max(...counted.map(({ stage }) => stage));
    const decisive = done.find(({ stage }) => stage === last);
    return decisive ? { outcome: decisive.outcome } : null;
  }
  if (rule?.mode === 'ratio') {
    const needed = (rule.ratio ?? 1) * counted.length - 1e-9;
    const inFavour = done.filter(({ outcome }) => outcome === affirmative).length;
    if (inFavour >= needed) return { outcome: affirmative };
    return inFavour + counted.length - done.length < needed ? { outcome: negative } : null;
  }
  if (signers.some((signer) => !signer.done)) return null;
  return { outcome: against ? against.outcome : affirmative };
}
