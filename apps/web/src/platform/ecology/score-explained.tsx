import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Model, Score } from '../../../../api/platform/ecology.schema.ts';
import { useNames } from '../../parts/names.ts';
import { useWords } from '../../words/words.tsx';
import { indicatorsQuery } from '../platform.queries.ts';
import { LevelChip } from '../rules/level-chip.tsx';

interface ScoreExplainedProps {
  readonly score: Score;
  readonly models: readonly Model[];
}

/** Every point of a score: value, what it earned, how much it counts, and the rows that it was made of. */
export function ScoreExplained({ score, models }: ScoreExplainedProps) {
  const { ecology } = useWords();
  const names = useNames();
  const { data: indicators } = useQuery(indicatorsQuery);
  const { unit, period, parts, missing, level, version } = score;
  const model = models.find((one) => one.version === version);
  const whole = parts.reduce((sum, { weight }) => sum + weight, 0);
  const title = ecology.explainedOf(names.agency(unit), period);
  const nameOf = (key: string) => indicators?.items.find((one) => one.key === key)?.name ?? key;
  return (
    <section className="panel" id="explained">
      <h2>{title}</h2>
      <div className="scroller" role="region" aria-label={title} tabIndex={0}>
        <table className="plain-table">
          <thead>
            <tr>
              {ecology.partColumns.map((column) => (
                <th scope="col" key={column}>
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {parts.map(({ indicator, value, full, zero, points, weight }) => (
              <tr key={indicator}>
                <th scope="row">
                  <Link
                    to="/platform/indicators/$key"
                    params={{ key: indicator }}
                    search={{ unit, period }}
                    hash="rows"
                  >
                    {nameOf(indicator)}
                  </Link>
                </th>
                <td>{value}</td>
                <td>{ecology.scale(full, zero)}</td>
                <td>{points}</td>
                <td>{ecology.weight(weight, whole)}</td>
                <td>{Math.round((100 * points * weight) / whole) / 100}</td>
              </tr>
            ))}
            <tr>
              <th scope="row" colSpan={5}>
                {ecology.sum}
              </th>
              <td>
                <b>{score.score}</b> <LevelChip level={level} />
              </td>
            </tr>
          </tbody>
        </table>
      </div>
      {missing.length > 0 && <p className="quiet">{ecology.missing(missing.map(nameOf))}</p>}
      {model && <p className="quiet">{ecology.lines(model)}</p>}
    </section>
  );
}
