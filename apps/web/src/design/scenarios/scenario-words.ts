import { designScenarios as en } from '../../words/en/design-scenarios.ts';
import { designScenarios as zh } from '../../words/zh/design-scenarios.ts';
import { useSpeaking } from '../../words/words.tsx';
import type { Language } from '../../words/words.tsx';

const all = { zh, en } as const satisfies Readonly<Record<Language, typeof zh>>;

export function useScenarioWords() {
  const { language } = useSpeaking();
  return { language, scenarios: all[language] };
}
