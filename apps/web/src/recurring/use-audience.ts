import type { Summary } from '../../../api/recurring/recurring.schema.ts';
import { useNames } from '../parts/names.ts';
import { useRegistryWords } from '../registry/use-registry-words.ts';
import { useWords } from '../words/words.tsx';

/** For whom a procedure opens, in words. */
export function useAudience(): (procedure: Pick<Summary, 'audience' | 'agency'>) => string {
  const { recurring, join } = useWords();
  const names = useNames();
  const registry = useRegistryWords();
  return ({ audience: { kind, agencies, categories, role }, agency }) => {
    const limits = [
      categories.map((one) => registry.name('categories', one)).join(join),
      kind !== 'holders' && role !== null ? recurring.manned(names.role(role)) : '',
    ].filter((text) => text !== '');
    const words = {
      once: () => recurring.audience.once(names.agency(agency)),
      agencies: () => recurring.audience.agencies(agencies.map(names.agency).join(join)),
      units: () => recurring.audience.units,
      holders: () => recurring.audience.holders(names.role(role)),
    }[kind]();
    return limits.length === 0 ? words : `${words}（${limits.join('；')}）`;
  };
}
