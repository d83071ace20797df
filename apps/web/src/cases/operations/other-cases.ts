import type { Case, CaseList } from '../../../../api/cases/case.schema.ts';
import type { Choice } from '../../parts/pick-field.tsx';
import { call } from '../../server/call.ts';

const most = 12;

/** Cases that a case can have to do with, by number, title or content; a trial's are trials. */
export const otherCases = ({ id: own, trial }: Pick<Case, 'id' | 'trial'>) => ({
  key: `cases beside ${own}`,
  async by(q: string, signal: AbortSignal): Promise<readonly Choice[]> {
    if (q.startsWith(marker)) {
      const one = await call<Case>(`/cases/${encodeURIComponent(q.slice(marker.length))}`, { signal });
      return [{ id: q, name: one.number, about: one.title }];
    }
    const { items } = await call<CaseList>('/cases', { query: { q, trial, limit: most }, signal });
    return items
      .filter(({ id }) => id !== own)
      .map(({ id, number, title }) => ({ id: `${marker}${id}`, name: number, about: title }));
  },
});

/** Tells an id that was chosen from what is being typed. */
const marker = 'case:';
export const idOf = (chosen: string): string => chosen.slice(marker.length);
