import { createContext, useContext, useEffect, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { kept, keep } from '../parts/kept.ts';
import { zh } from './zh.ts';
import type { Words } from './zh.ts';

export type Language = 'zh' | 'en';

interface Speaking {
  readonly words: Words;
  readonly language: Language;
  readonly speak: (language: Language) => void;
}

const SpeakingContext = createContext<Speaking>({ words: zh, language: 'zh', speak: () => undefined });

/** Chinese comes with the page; English is fetched when somebody asks for it. */
export function WordsProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(() => (kept('language') === 'en' ? 'en' : 'zh'));
  const [words, setWords] = useState<Words | null>(language === 'zh' ? zh : null);
  useEffect(() => {
    let current = true;
    if (language === 'zh') setWords(zh);
    else void import('./en.ts').then(({ en }) => current && setWords(en));
    return () => void (current = false);
  }, [language]);
  useEffect(() => {
    if (words) document.documentElement.lang = words.language.tag;
  }, [words]);
  const speaking = useMemo(() => {
    const speak = (next: Language) => {
      keep('language', next);
      setLanguage(next);
    };
    return { words: words ?? zh, language, speak };
  }, [words, language]);
  return words && <SpeakingContext value={speaking}>{children}</SpeakingContext>;
}

export const useSpeaking = (): Speaking => useContext(SpeakingContext);
export const useWords = (): Words => useContext(SpeakingContext).words;
