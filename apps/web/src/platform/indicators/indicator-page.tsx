import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import type { IndicatorValue } from '../../../../api/platform/indicator.schema.ts';
import { usePageTitle } from '../../frame/page-title.ts';
import { Reading } from '../../parts/reading.tsx';
import { addressOf } from '../../server/call.ts';
import { today } from '../../time/dates.ts';
import { useWords } from '../../words/words.tsx';
import { indicatorsQuery, sourceQuery, valuesQuery } from '../platform.queries.ts';
import { FigureControls } from './figure-controls.tsx';
import { periodsIn, tabledIn } from './figure-model.ts';
import { IndicatorFigures, pictureOf } from './indicator-figures.tsx';
import { PartsPanel } from './parts-panel.tsx';
import { RowsBehind } from './rows-behind.tsx';
import { ValueTable } from './value-table.tsx';
import { IndicatorVersions } from './versions.tsx';

const route = getRouteApi('/inside/platform/indicators/$key');

/** An indicator by unit and period: as a picture and as a table, taken apart, and from each number to its rows. */
export function IndicatorPage() {
  const { platform, indicator: words, board } = useWords();
  const { key } = route.useParams();
  const search = route.useSearch();
  const navigate = useNavigate();
  const year = Number(search.year ?? search.period?.slice(0, 4) ?? today().slice(0, 4));
  const since = year - Number(search.years ?? 1) + 1;
  const indicators = useQuery(indicatorsQuery);
  const query = useQuery(valuesQuery(key, { year, since }));
  const indicator = indicators.data?.items.find((one) => one.key === key);
  const { data: from } = useQuery({ ...sourceQuery(indicator?.source ?? ''), enabled: indicator !== undefined });
  usePageTitle(platform.title, indicator?.name);
  const toRows = useCallback(
    ({ unit, period }: IndicatorValue) =>
      void navigate({ to: '.', search: ((before: object) => ({ ...before, unit, period })) as never, hash: 'rows' }),
    [navigate],
  );
  if (!query.data || !indicators.data) return <Reading query={query.data ? indicators : query} />;
  if (!indicator) return <p className="empty">{platform.noIndicators}</p>;
  const { items } = query.data;
  const { name, version, definition, mayKeep } = indicator;
  const period = search.at ?? periodsIn(items).at(-1) ?? '';
  const tabled = tabledIn(items, { ...pictureOf(definition, search), unit: search.of, period });
  const sheet = addressOf(`/platform/indicators/${encodeURIComponent(key)}/values.xlsx`, { year, since }).href;
  return (
    <>
      <div className="page-head">
        <Link to="/platform">{platform.title}</Link>
        <h1>
          {name} <span className="quiet">{since === year ? year : `${since}—${year}`}</span>
        </h1>
        <span className="row-actions">
          <Link to="." search={{ ...search, year: String(year - 1) }}>
            {year - 1}
          </Link>
          <Link to="." search={{ ...search, year: String(year + 1) }}>
            {year + 1}
          </Link>
        </span>
        <span className="row-actions spring">
          {mayKeep && (
            <Link className="button small" to="/platform/indicator-form" search={{ key }}>
              {words.change}
            </Link>
          )}
          <a className="button small" href={sheet} download>
            {board.sheet}
          </a>
        </span>
      </div>
      <p className="purpose">{words.told(indicator, from)}</p>
      {items.length === 0 && <p className="empty">{platform.noValues}</p>}
      {items.length > 0 && (
        <section className="panel">
          <h2>
            {name} <span className="quiet">v{version}</span>
          </h2>
          <FigureControls definition={definition} items={items} search={search} />
          <IndicatorFigures title={name} definition={definition} items={items} shown={search} onPick={toRows} />
          <ValueTable title={name} definition={definition} items={tabled.rows} search={search} />
          {tabled.more > 0 && <p className="quiet">{words.moreInSheet(tabled.more)}</p>}
        </section>
      )}
      {items.length > 0 && definition.dimensions && definition.dimensions.length > 0 && (
        <PartsPanel indicator={indicator} items={items} search={search} />
      )}
      {search.period !== undefined && <RowsBehind indicator={indicator} period={search.period} search={search} />}
      <IndicatorVersions name={name} indicatorKey={key} from={from} />
    </>
  );
}
