import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import '../look/board.css';
import type { PetitionAnalysisShown } from '../../../api/ledgers/petitions.schema.ts';
import { usePageTitle } from '../frame/page-title.ts';
import { Reading } from '../parts/reading.tsx';
import { addressOf } from '../server/call.ts';
import { today } from '../time/dates.ts';
import { useWords } from '../words/words.tsx';
import { petitionsQuery } from './ledgers.queries.ts';
import { PetitionGroups } from './petition-groups.tsx';
import { PetitionTrend } from './petition-trend.tsx';

const route = getRouteApi('/inside/petitions');

/** Quarters and years to choose from, the last first. */
function periods(): readonly string[] {
  const year = Number(today().slice(0, 4));
  const quarter = Math.ceil(Number(today().slice(5, 7)) / 3);
  return [year, year - 1, year - 2].flatMap((one) => [
    ...[4, 3, 2, 1].filter((each) => one < year || each <= quarter).map((each) => `${one}-Q${each}`),
    String(one),
  ]);
}

/** 信访分析: hot units and topics, repeats, the trend, and those about heads of units; counts only. */
export function PetitionsPage() {
  const { petitions, ledgers, board } = useWords();
  const navigate = useNavigate();
  const choices = periods();
  const { period = choices[0] ?? '' } = route.useSearch();
  const query = useQuery({ ...petitionsQuery(period), placeholderData: keepPreviousData });
  usePageTitle(petitions.title);
  return (
    <>
      <div className="page-head">
        <Link to="/ledgers/$kind" params={{ kind: 'petition' }}>
          {ledgers.title}
        </Link>
        <h1>
          {petitions.title} <span className="quiet">{period}</span>
        </h1>
        <span className="row-actions spring">
          <label className="row-actions">
            {petitions.period}
            <select
              className="field"
              value={period}
              onChange={(event) => void navigate({ to: '.', search: { period: event.target.value } as never })}
            >
              {choices.map((one) => (
                <option key={one} value={one}>
                  {one}
                </option>
              ))}
            </select>
          </label>
          <a className="button small" href={addressOf('/ledgers/petition/analysis.xlsx', { period }).href} download>
            {board.sheet}
          </a>
        </span>
      </div>
      {query.data ? <Shown analysis={query.data} /> : <Reading query={query} />}
    </>
  );
}

function Shown({ analysis }: { readonly analysis: PetitionAnalysisShown }) {
  const { petitions } = useWords();
  const { all, previous, lastYear, repeats, heads, quarters, least, before } = analysis;
  const told = (count: number | null): string => (count === null ? petitions.few(least) : String(count));
  const figures = (['total', 'named', 'repeats', 'aboutHeads'] as const).map((name) => ({
    name,
    now: told(all[name]),
    before: told(previous[name]),
    yearAgo: told(lastYear[name]),
  }));
  return (
    <div className="stack">
      <p className="purpose">{petitions.explain(least)}</p>
      <section className="panel">
        <h2>{petitions.figures}</h2>
        <div className="scroller" role="region" aria-label={petitions.figures} tabIndex={0}>
          <table className="plain-table">
            <thead>
              <tr>
                {petitions.figureColumns(before).map((column) => (
                  <th scope="col" key={column}>
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {figures.map(({ name, now, before: earlier, yearAgo }) => (
                <tr key={name}>
                  <th scope="row">{petitions.counted[name]}</th>
                  <td>{now}</td>
                  <td>{earlier}</td>
                  <td>{yearAgo}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </section>
      <PetitionTrend quarters={quarters} told={told} />
      {all.total > 0 && (
        <>
          <PetitionGroups title={petitions.hotUnits} groups={all.byUnit} units />
          <PetitionGroups title={petitions.topics} groups={all.byTopic} />
          <PetitionGroups title={petitions.channels} groups={all.byChannel} />
          <PetitionGroups title={petitions.repeatUnits} groups={repeats?.byUnit ?? null} units />
          <PetitionGroups title={petitions.repeatTopics} groups={repeats?.byTopic ?? null} />
          <PetitionGroups title={petitions.headUnits} groups={heads?.byUnit ?? null} units />
          <PetitionGroups title={petitions.headTopics} groups={heads?.byTopic ?? null} />
        </>
      )}
    </div>
  );
}
