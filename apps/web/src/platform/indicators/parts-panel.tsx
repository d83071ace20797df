import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { Indicator, IndicatorValue } from '../../../../api/platform/indicator.schema.ts';
import type { ChartModel } from '../../board/chart-model.ts';
import { Chart } from '../../board/chart.tsx';
import { useNames } from '../../parts/names.ts';
import { Reading } from '../../parts/reading.tsx';
import { StateLink } from '../../parts/state-link.tsx';
import type { IndicatorSearch } from '../../search.ts';
import { useWords } from '../../words/words.tsx';
import { partsQuery, sourceQuery } from '../platform.queries.ts';
import { periodsIn } from './figure-model.ts';

interface PartsPanelProps {
  readonly indicator: Indicator;
  readonly items: readonly IndicatorValue[];
  readonly search: IndicatorSearch;
}

/** 分项: a period taken apart by one of the indicator's dimensions; each part leads to its rows. */
export function PartsPanel({ indicator: { key, source, definition }, items, search }: PartsPanelProps) {
  const { indicator: words } = useWords();
  const names = useNames();
  const dimension = search.dimension ?? definition.dimensions?.[0] ?? '';
  const period = search.period ?? search.at ?? periodsIn(items).at(-1) ?? '';
  const { unit } = search;
  const query = useQuery(partsQuery(key, { period, dimension, unit }));
  const { data: from } = useQuery(sourceQuery(source));
  const field = from?.fields.find(({ name }) => name === dimension);
  const titleOf = (name: string): string => from?.fields.find((one) => one.name === name)?.title ?? name;
  const title = words.parted(unit === undefined ? words.allUnits : names.agency(unit), period, titleOf(dimension));
  const parts = query.data?.items;
  const isAgency = field?.type === 'agency';
  const model = useMemo<ChartModel>(
    () => ({
      label: title,
      rows: (parts ?? []).slice(0, 20).map(({ part }) => (isAgency ? names.agency(part) : part) || words.empty),
      series: [{ name: title, values: (parts ?? []).slice(0, 20).map(({ value }) => value) }],
      lying: true,
      ...(definition.unit === '' ? {} : { unit: definition.unit }),
    }),
    [parts, title, isAgency, names, words, definition.unit],
  );
  return (
    <section className="panel">
      <h2>{title}</h2>
      <nav className="scopes" aria-label={words.dimension}>
        {definition.dimensions?.map((one) => (
          <StateLink
            key={one}
            to={{ to: '.', search: { ...search, dimension: one, part: undefined } as never }}
            current={one === dimension}
          >
            {titleOf(one)}
          </StateLink>
        ))}
      </nav>
      {!parts && <Reading query={query} />}
      {parts && parts.length > 0 && <Chart model={model} height={72 + model.rows.length * 36} />}
      {parts && (
        <div className="scroller" role="region" aria-label={title} tabIndex={0}>
          <table className="plain-table">
            <thead>
              <tr>
                <th scope="col">{titleOf(dimension)}</th>
                <th scope="col">{words.value}</th>
                <th scope="col">{words.data}</th>
              </tr>
            </thead>
            <tbody>
              {parts.map(({ part, value, rows }) => (
                <tr key={part}>
                  <th scope="row">{(isAgency ? names.agency(part) : part) || words.empty}</th>
                  <td>
                    {value}
                    {definition.unit}
                  </td>
                  <td>
                    <Link to="." search={{ ...search, period, dimension, part } as never} hash="rows">
                      {words.rows(rows)}
                    </Link>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
