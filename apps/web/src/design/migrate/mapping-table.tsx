import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { Reading } from '../../parts/reading.tsx';
import { comparisonQuery } from '../design.queries.ts';
import type { Choice } from './choice.ts';
import { MappingPictures } from './mapping-pictures.tsx';
import { MappingRowView } from './mapping-row.tsx';
import { rowsOf } from './mapping.ts';
import type { Mapping } from './mapping.ts';
import { useMigrateWords } from './migrate-words.ts';
import { useElements } from '../../diagram/use-elements.ts';

interface MappingTableProps {
  readonly code: string;
  readonly choice: Choice;
  /** Cases that the last run could not move, by the element they stand at. */
  readonly stuck: ReadonlyMap<string, number>;
  readonly onMap: (mapping: Mapping) => void;
}

/** What becomes of the old steps: found by themselves, or named here; in a table and on the two pictures. */
export function MappingTable({ code, choice, stuck, onMap }: MappingTableProps) {
  const { migrate } = useMigrateWords();
  const before = useElements(code, choice.from);
  const after = useElements(code, choice.to);
  const comparison = useQuery(comparisonQuery(code, choice.from, choice.to));
  const [asked, setAsked] = useState<readonly string[]>([]);
  const [adding, setAdding] = useState('');
  const { mapping } = choice;
  const rows = useMemo(
    () =>
      before && after && comparison.data
        ? rowsOf({ before, after, comparison: comparison.data }, mapping, stuck)
        : null,
    [before, after, comparison.data, mapping, stuck],
  );
  if (!rows || !after) return <Reading query={comparison} />;
  const isStep = (kind: string) => kind !== 'sequenceFlow';
  const shown = rows.filter(
    ({ old, how, stuck: cases }) =>
      how === 'given' || cases > 0 || asked.includes(old.id) || (isStep(old.kind) && how !== 'id'),
  );
  const others = rows.filter((row) => !shown.includes(row));
  const map = (old: string, target: string | null) => {
    const { [old]: _, ...rest } = mapping;
    onMap(target === null ? rest : { ...rest, [old]: target });
  };
  const automatic = rows.filter(({ old, how }) => isStep(old.kind) && how === 'id').length;
  return (
    <section className="panel">
      <h2>{migrate.mapping}</h2>
      <p>{shown.length === 0 ? migrate.allAutomatic : migrate.automatic(automatic)}</p>
      {shown.length > 0 && (
        <div className="scroller" role="region" tabIndex={0} aria-label={migrate.mapping}>
          <table className="plain-table card-table" aria-label={migrate.mapping}>
            <thead>
              <tr>
                <th scope="col">{migrate.old}</th>
                <th scope="col">{migrate.how}</th>
                <th scope="col">{migrate.target}</th>
              </tr>
            </thead>
            <tbody>
              {shown.map((row) => (
                <MappingRowView key={row.old.id} row={row} after={after} onMap={map} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <form
        className="row-actions compare-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (adding) setAsked([...asked, adding]);
          setAdding('');
        }}
      >
        <label>
          {migrate.addRow}{' '}
          <select className="field inline" value={adding} onChange={({ target }) => setAdding(target.value)}>
            <option value="" />
            {others.map(({ old }) => (
              <option key={old.id} value={old.id}>
                {old.name}
              </option>
            ))}
          </select>
        </label>
        <button type="submit" className="button small" aria-disabled={adding === ''}>
          {migrate.add}
        </button>
      </form>
      <MappingPictures code={code} choice={choice} rows={rows} after={after} onMap={map} />
    </section>
  );
}
