import { countsUnits } from '../../../../domain/recurring-audience.ts';
import type { Summary } from '../../../api/recurring/recurring.schema.ts';
import { useNames } from '../parts/names.ts';
import { useRegistryWords } from '../registry/use-registry-words.ts';
import { useWords } from '../words/words.tsx';

/** For whom a procedure opens, in words. */
export function useAudience(): (procedure: Pick<Summary, 'audience' | 'agency' | 'variables' | 'work'>) => string {
  const { recurring, join } = useWords();
  const names = useNames();
  const registry = useRegistryWords();
  return (procedure) => {
    if (procedure.work !== 'case') return recurring.works[procedure.work];
    const { kind, agencies, categories, role } = procedure.audience;
    const limits = [
      categories.map((one) => registry.name('categories', one)).join(join),
      role !== null && countsUnits(procedure) ? recurring.manned(names.role(role)) : '',
    ].filter((text) => text !== '');
    const words = {
      once: () => recurring.audience.once(names.agency(procedure.agency)),
      agencies: () => recurring.audience.agencies(agencies.map(names.agency).join(join)),
      units: () => recurring.audience.units,
      holders: () => recurring.audience.holders(names.role(role)),
      sources: () => recurring.audience.sources,
    }[kind]();
    return limits.length === 0 ? words : `${words}（${limits.join('；')}）`;
  };
}
