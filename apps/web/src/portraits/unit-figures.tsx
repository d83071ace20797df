import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { UnitPortrait } from '../../../api/portraits/portrait.schema.ts';
import type { ChartModel } from '../board/chart-model.ts';
import { Chart } from '../board/chart.tsx';
import { useNames } from '../parts/names.ts';
import { LevelChip } from '../platform/rules/level-chip.tsx';
import { useWords } from '../words/words.tsx';

/** A unit on the platform: its indicators beside all others, its doubts, its political ecology. */
export function UnitFigures({ portrait }: { readonly portrait: UnitPortrait }) {
  const { portrait: said, platform } = useWords();
  const names = useNames();
  const { unit, indicators, doubts, scores } = portrait;
  const name = names.agency(unit);
  return (
    <>
      {scores.length > 0 && <Ecology portrait={portrait} name={name} />}
      <section className="panel">
        <h2>{said.indicatorsOf(name)}</h2>
        {indicators.length === 0 && <p className="empty">{said.noIndicators}</p>}
        {indicators.length > 0 && (
          <div className="scroller" role="region" aria-label={said.indicatorsOf(name)} tabIndex={0}>
            <table className="plain-table">
              <thead>
                <tr>
                  {said.indicatorColumns.map((column) => (
                    <th scope="col" key={column}>
                      {column}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {indicators.map((one) => (
                  <tr key={one.indicator}>
                    <th scope="row">
                      <Link
                        to="/platform/indicators/$key"
                        params={{ key: one.indicator }}
                        search={{ unit, period: one.period }}
                      >
                        {one.name}
                      </Link>
                    </th>
                    <td className="nowrap">{one.period}</td>
                    <td>
                      {one.value}
                      {one.measure}
                    </td>
                    <td>{one.lastYear}</td>
                    <td>{one.average}</td>
                    <td>{one.rank}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </section>
      <section className="panel">
        <h2>{said.doubtsOf(name, doubts.length)}</h2>
        <ul>
          {doubts.map(({ id, level, period, rule, caseId, status }) => (
            <li key={id}>
              <LevelChip level={level} /> {period}{' '}
              <Link to="/platform/rules/$key" params={{ key: rule }}>
                {rule}
              </Link>{' '}
              <Link to="/cases/$id/$tab" params={{ id: caseId, tab: 'overview' }}>
                {platform.found[status] ?? status}
              </Link>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

function Ecology({ portrait: { unit, scores }, name }: { readonly portrait: UnitPortrait; readonly name: string }) {
  const { portrait: said, ecology } = useWords();
  const model = useMemo<ChartModel>(() => {
    const inOrder = scores.toReversed();
    return {
      label: said.ecologyOf(name),
      rows: inOrder.map(({ period }) => period),
      series: [{ name, values: inOrder.map(({ score }) => score), as: 'line' }],
      unit: ecology.points,
    };
  }, [scores, name, said, ecology]);
  return (
    <section className="panel">
      <h2>{said.ecologyOf(name)}</h2>
      <Chart model={model} height={200} />
      <ul>
        {scores.map(({ period, score, level }) => (
          <li key={period}>
            <Link to="/platform/ecology" search={{ period, unit }} hash="explained">
              {period}
            </Link>{' '}
            {score} <LevelChip level={level} />
          </li>
        ))}
      </ul>
    </section>
  );
}
