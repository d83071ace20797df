import { useMemo } from 'react';
import type { PetitionAnalysisShown } from '../../../api/ledgers/petitions.schema.ts';
import type { ChartModel } from '../board/chart-model.ts';
import { Chart } from '../board/chart.tsx';
import { useNames } from '../parts/names.ts';
import { useWords } from '../words/words.tsx';

interface PetitionGroupsProps {
  readonly title: string;
  /** Null where they are too few to be shown. */
  readonly groups: PetitionAnalysisShown['all']['byUnit'] | null;
  /** Whether the names are ids of units. */
  readonly units?: boolean;
}

const mostDrawn = 15;

/** The most frequent first, as bars and as a table beside the period before. */
export function PetitionGroups({ title, groups, units = false }: PetitionGroupsProps) {
  const { petitions } = useWords();
  const names = useNames();
  const model = useMemo<ChartModel>(() => {
    const drawn = groups?.slice(0, mostDrawn) ?? [];
    return {
      label: title,
      rows: drawn.map(({ name }) => (units ? names.agency(name) : name)),
      series: [{ name: title, values: drawn.map(({ count }) => count) }],
      lying: true,
    };
  }, [title, groups, units, names]);
  return (
    <section className="panel">
      <h2>{title}</h2>
      {groups === null && <p className="empty">{petitions.notShown}</p>}
      {groups?.length === 0 && <p className="empty">{petitions.none}</p>}
      {groups && groups.length > 0 && (
        <>
          <Chart model={model} height={56 + model.rows.length * 28} />
          <div className="scroller" role="region" aria-label={title} tabIndex={0}>
            <table className="plain-table">
              <thead>
                <tr>
                  {petitions.groupColumns.map((column) => (
                    <th scope="col" key={column}>
                      {column}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {groups.map(({ name, count, share, previous }) => (
                  <tr key={name}>
                    <th scope="row">{units ? names.agency(name) : name}</th>
                    <td>{count}</td>
                    <td>{share}%</td>
                    <td>{previous === null ? petitions.notShown : petitions.before(previous, count)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </section>
  );
}
