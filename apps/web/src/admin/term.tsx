import { useSpeaking } from '../words/words.tsx';
import { longDayText } from '../time/dates.ts';

interface TermProps {
  readonly since: string;
  /** The last day; null without end. */
  readonly until: string | null;
}

/** From when until when, both days included. */
export function Term({ since, until }: TermProps) {
  const { words, language } = useSpeaking();
  const { admin } = words;
  const first = longDayText(since, language);
  return <>{until ? admin.term(first, longDayText(until, language)) : admin.openTerm(first)}</>;
}
