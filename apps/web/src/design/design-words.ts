import { design as en } from '../words/en/design.ts';
import { design as zh } from '../words/zh/design.ts';
import { useSpeaking } from '../words/words.tsx';
import type { Language } from '../words/words.tsx';

const all = { zh, en } as const satisfies Readonly<Record<Language, typeof zh>>;

/** What the designer's pages say: fetched with them, so that nobody else waits for it. */
export function useDesign() {
  const { words, language } = useSpeaking();
  return { words, language, design: all[language] };
}

export type DesignWords = typeof zh;
