import { useDesign } from '../design-words.ts';
import type { MappingRow } from './mapping.ts';
import { targetsFor } from './mapping.ts';
import { useMigrateWords } from './migrate-words.ts';
import type { Named } from '../../diagram/named-elements.ts';

interface MappingRowProps {
  readonly row: MappingRow;
  readonly after: readonly Named[];
  readonly onMap: (old: string, target: string | null) => void;
}

/** One old step, how it is found and what it becomes. */
export function MappingRowView({ row, after, onMap }: MappingRowProps) {
  const { migrate } = useMigrateWords();
  const { design } = useDesign();
  const { old, how, target, stuck } = row;
  const said = { id: migrate.byId, name: migrate.byName, given: migrate.given, nowhere: migrate.nowhere }[how];
  const found = how === 'given' ? '' : (after.find(({ id }) => id === target)?.name ?? '');
  const type = design.types[old.kind[0]?.toUpperCase() + old.kind.slice(1)] ?? old.kind;
  return (
    <tr>
      <td>
        {old.name} <span className="quiet">{type}</span>
        <div className="quiet">
          <code>{old.id}</code>
        </div>
      </td>
      <td>
        <span className={how === 'nowhere' ? 'chip late' : 'chip plain'}>{said}</span>
        {stuck > 0 && <div className="fault">{migrate.stuck(stuck)}</div>}
      </td>
      <td>
        <select
          id={`map-${old.id}`}
          className="field"
          aria-label={migrate.targetOf(old.name)}
          value={how === 'given' ? (target ?? '') : ''}
          onChange={(event) => onMap(old.id, event.target.value || null)}
        >
          <option value="">{found ? `${migrate.unnamed} · ${found}` : migrate.unnamed}</option>
          {targetsFor(old, after).map(({ id, name }) => (
            <option key={id} value={id}>
              {name === id ? id : `${name} · ${id}`}
            </option>
          ))}
        </select>
      </td>
    </tr>
  );
}
