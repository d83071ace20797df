import { useQuery } from '@tanstack/react-query';
import type { RegistryWords } from '../../../../definitions/registry.ts';
import { useSpeaking } from '../words/words.tsx';
import { wordsQuery } from './registry.queries.ts';

type Area = keyof RegistryWords;

/** The registry's own words: categories, ranks and the like, which are data. */
export function useRegistryWords() {
  const { language } = useSpeaking();
  const { data } = useQuery(wordsQuery);
  const named = (word: { readonly name: string; readonly english: string }) =>
    language === 'en' ? word.english : word.name;
  return {
    name: (area: Area, key: string | null): string => {
      const word = key === null ? undefined : (data?.[area] as RegistryWords['ranks'] | undefined)?.[key];
      return word ? named(word) : (key ?? '');
    },
    choices: (area: Area): (readonly [string, string])[] =>
      Object.entries((data?.[area] ?? {}) as RegistryWords['ranks']).map(([key, word]) => [key, named(word)] as const),
  };
}
