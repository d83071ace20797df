import { getRouteApi, useNavigate } from '@tanstack/react-router';
import type { ListDetail } from '../../../api/duties/duty.schema.ts';
import { useWords } from '../words/words.tsx';
import { isMarkedBy, markKinds, marksIn } from './marks.ts';

const route = getRouteApi('/inside/duties/$id');

/** 实际权限, 重点时间, 重点环节: the list narrowed to what is marked, by any mark of a kind or by one; it stands in the address. */
export function MarkFilterSelect({ items }: { readonly items: ListDetail['duties'] }) {
  const { duties } = useWords();
  const { kind, mark } = route.useSearch();
  const navigate = useNavigate();
  if (!items.some((item) => isMarkedBy(item, {}))) return null;
  const choose = (value: string): void => {
    const [chosen, ...words] = value.split(' ');
    const by = markKinds.find((one) => one === chosen);
    void navigate({
      to: '.',
      search: by === undefined ? {} : { kind: by, ...(words.length === 0 ? {} : { mark: words.join(' ') }) },
      replace: true,
    });
  };
  return (
    <label>
      {duties.marks.filter}
      <select
        className="field"
        value={[kind, mark].filter((part) => part !== undefined).join(' ')}
        onChange={(event) => choose(event.target.value)}
      >
        <option value="">{duties.marks.all(items.length)}</option>
        {markKinds.map((one) => (
          <optgroup key={one} label={duties.marks.kinds[one]}>
            <option value={one}>
              {duties.marks.anyOf(
                duties.marks.kinds[one],
                items.filter((item) => isMarkedBy(item, { kind: one })).length,
              )}
            </option>
            {marksIn(items, one).map(([word, count]) => (
              <option key={word} value={`${one} ${word}`}>
                {duties.marks.one(word, count)}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </label>
  );
}
