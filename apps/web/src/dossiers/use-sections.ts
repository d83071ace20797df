import { useQuery } from '@tanstack/react-query';
import { useSpeaking } from '../words/words.tsx';
import { rulesQuery } from './dossiers.queries.ts';

/** The sections of dossiers as the rules call them. */
export function useSections() {
  const { language } = useSpeaking();
  const { data: rules, isPending } = useQuery(rulesQuery);
  const sections = rules?.sections ?? {};
  const nameOf = (key: string): string => {
    const section = sections[key];
    return section ? (language === 'en' ? section.english : section.name) : key;
  };
  return {
    rules,
    isPending,
    nameOf,
    /** For a choice: those of a kind of subject. */
    of: (kind: 'cadre' | 'unit'): (readonly [string, string])[] =>
      Object.entries(sections)
        .filter(([, section]) => section.of.includes(kind))
        .map(([key]) => [key, nameOf(key)] as const),
  };
}
