import type { Mechanism } from '../../../api/mechanisms/mechanism.schema.ts';
import { useWords } from '../words/words.tsx';

type Period = Mechanism['periods'][number];

/** 期限与依据: how long from when, by which law, how sure that is, how far lateness climbs, and the steps under it. */
export function PeriodTable({ periods }: { readonly periods: readonly Period[] }) {
  const { mechanisms } = useWords();
  const { period: columns } = mechanisms;
  return (
    <div className="scroller" role="region" aria-label={mechanisms.periods} tabIndex={0}>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{columns.name}</th>
            <th scope="col">{columns.value}</th>
            <th scope="col">{columns.basis}</th>
            <th scope="col">{columns.confidence}</th>
            <th scope="col">{columns.late}</th>
            <th scope="col">{columns.steps}</th>
          </tr>
        </thead>
        <tbody>
          {periods.map((period) => (
            <tr key={period.key}>
              <th scope="row">
                {period.name}
                <div className="second-line nowrap">{period.key}</div>
              </th>
              <td>
                <div className="nowrap">
                  <Length period={period} />
                </div>
                <div className="second-line">{mechanisms.from(period.start)}</div>
              </td>
              <td className="basis">{period.basis}</td>
              <td className="nowrap">{mechanisms.confidences[period.confidence] ?? period.confidence}</td>
              <td className="nowrap">{mechanisms.upTo(period.upTo)}</td>
              <td className="steps">
                <ul>
                  {period.steps.map(({ procedure, elementId, name }) => (
                    <li key={`${procedure} ${elementId}`}>
                      {name} <span className="second-line">{procedure}</span>
                    </li>
                  ))}
                </ul>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Length({ period: { value, unit, before } }: { readonly period: Period }) {
  const { mechanisms } = useWords();
  if (value === null) return mechanisms.noLength;
  if (value === 0) return mechanisms.sameDay;
  const length = mechanisms.units[unit]?.(value) ?? `${value} ${unit}`;
  return before ? mechanisms.before(length) : length;
}
