import type { ListDetail } from '../../../api/duties/duty.schema.ts';
import { useWords } from '../words/words.tsx';
import { markKinds } from './marks.ts';

/** What an item is marked by, kind by kind. */
export function ItemMarks({ item }: { readonly item: ListDetail['duties'][number] }) {
  const { duties } = useWords();
  return markKinds
    .filter((kind) => item[kind].length > 0)
    .map((kind) => (
      <div key={kind} className="second-line">
        {duties.marks.kinds[kind]}{' '}
        {item[kind].map((mark) => (
          <span key={mark} className="chip plain">
            {mark}
          </span>
        ))}
      </div>
    ));
}
