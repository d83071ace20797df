import { designMigrate as en } from '../../words/en/design-migrate.ts';
import { designMigrate as zh } from '../../words/zh/design-migrate.ts';
import { useSpeaking } from '../../words/words.tsx';
import type { Language } from '../../words/words.tsx';

const all = { zh, en } as const satisfies Readonly<Record<Language, typeof zh>>;

/** What the wizard says, fetched with it. */
export function useMigrateWords() {
  const { words, language } = useSpeaking();
  return { words, language, migrate: all[language] };
}
