import { whatIf as en } from '../words/en/what-if.ts';
import { whatIf as zh } from '../words/zh/what-if.ts';
import { useSpeaking } from '../words/words.tsx';
import type { Language } from '../words/words.tsx';

const all = { zh, en } as const satisfies Readonly<Record<Language, typeof zh>>;

export function useWhatIfWords() {
  const { words, language } = useSpeaking();
  return { words, language, whatIf: all[language] };
}
