import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { usePageTitle } from '../../frame/page-title.ts';
import { Reading } from '../../parts/reading.tsx';
import { StateLink } from '../../parts/state-link.tsx';
import { addressOf } from '../../server/call.ts';
import { useWords } from '../../words/words.tsx';
import { useMayKeepPlatform } from '../may-keep.ts';
import { modelsQuery, scoresQuery } from '../platform.queries.ts';
import { LevelChip } from '../rules/level-chip.tsx';
import { ScoreExplained } from './score-explained.tsx';
import { ScoreQuarter } from './score-quarter.tsx';
import { ScoreTable } from './score-table.tsx';
import { ScoreTrend } from './score-trend.tsx';
import { WeightsPanel } from './weights-panel.tsx';

const route = getRouteApi('/inside/platform/ecology');

/** 政治生态: the scores of a quarter, their way through the quarters, and all that explains one of them. */
export function EcologyPage() {
  const { platform, ecology, board } = useWords();
  const search = route.useSearch();
  const mayKeep = useMayKeepPlatform();
  const query = useQuery(scoresQuery);
  const models = useQuery(modelsQuery);
  usePageTitle(ecology.title, platform.title);
  if (!query.data || !models.data) return <Reading query={query.data ? models : query} />;
  const { items } = query.data;
  const periods = [...new Set(items.map(({ period }) => period))];
  const period = search.period ?? periods[0];
  const scores = items.filter((one) => one.period === period);
  const chosen = scores.find(({ unit }) => unit === search.unit);
  return (
    <>
      <div className="page-head">
        <Link to="/platform">{platform.title}</Link>
        <h1>
          {ecology.title} {period && <span className="quiet">{period}</span>}
        </h1>
        <span className="row-actions spring">
          {mayKeep && models.data.total > 0 && <ScoreQuarter />}
          <a className="button small" href={addressOf('/platform/ecology/scores.xlsx', { period }).href} download>
            {board.sheet}
          </a>
        </span>
      </div>
      <p className="purpose">{ecology.explain}</p>
      {periods.length > 1 && (
        <nav className="scopes" aria-label={ecology.quarter}>
          {periods.slice(0, 8).map((one) => (
            <StateLink key={one} to={{ to: '.', search: { ...search, period: one } as never }} current={one === period}>
              {one}
            </StateLink>
          ))}
        </nav>
      )}
      {scores.length === 0 && <p className="empty">{ecology.none}</p>}
      <div className="stack">
        {scores.length > 0 && (
          <section className="panel">
            <h2>{ecology.scores}</h2>
            <ul className="row-actions counts">
              {(['red', 'yellow', 'green'] as const).map((level) => (
                <li key={level}>
                  <LevelChip level={level} /> {scores.filter((one) => one.level === level).length}
                </li>
              ))}
            </ul>
            <ScoreTable scores={scores} search={search} />
          </section>
        )}
        {chosen && <ScoreExplained score={chosen} models={models.data.items} />}
        {scores.length > 0 && <ScoreTrend items={items} unit={search.unit} />}
        <WeightsPanel models={models.data.items} mayKeep={mayKeep} />
      </div>
    </>
  );
}
