import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Rule, Tried } from '../../../../api/platform/rule.schema.ts';
import { useNames } from '../../parts/names.ts';
import { call } from '../../server/call.ts';
import { today } from '../../time/dates.ts';
import { useWords } from '../../words/words.tsx';
import { LevelChip } from './level-chip.tsx';

/** What the rule would have said of a year, with how often people have found it right; nothing is raised. */
export function RuleTrial({ rule: { key, indicator } }: { readonly rule: Rule }) {
  const { platform, rule: words } = useWords();
  const now = Number(today().slice(0, 4));
  const [year, setYear] = useState(now - 1);
  const trial = useMutation({
    mutationFn: () =>
      call<Tried>(`/platform/rules/${encodeURIComponent(key)}/trial`, { method: 'POST', body: { year } }),
  });
  return (
    <>
      <p className="row-actions">
        <label className="row-actions">
          {words.year}
          <select className="field" value={year} onChange={(event) => setYear(Number(event.target.value))}>
            {[now, now - 1, now - 2, now - 3].map((one) => (
              <option key={one} value={one}>
                {one}
              </option>
            ))}
          </select>
        </label>
        <button type="button" className="button" onClick={() => trial.isPending || trial.mutate()}>
          {words.tryIt}
        </button>
        <span className="quiet">{words.nothingRaised}</span>
      </p>
      {trial.error && (
        <p role="alert" className="fault">
          {trial.error.message}
        </p>
      )}
      {trial.data && <Hits tried={trial.data} indicator={indicator} title={words.tryIt} platform={platform} />}
    </>
  );
}

interface HitsProps {
  readonly tried: Tried;
  readonly indicator: string;
  readonly title: string;
  readonly platform: ReturnType<typeof useWords>['platform'];
}

function Hits({ tried, indicator, title, platform }: HitsProps) {
  const { rule } = useWords();
  const names = useNames();
  const { year, judged, hits, learnt } = tried;
  return (
    <div role="status">
      <p>{platform.triedOn(year, judged, hits.length, platform.learnt(learnt))}</p>
      {hits.length > 0 && (
        <div className="scroller" role="region" aria-label={title} tabIndex={0}>
          <table className="plain-table">
            <thead>
              <tr>
                {rule.hitColumns.map((column) => (
                  <th scope="col" key={column}>
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {hits.map((hit) => (
                <tr key={`${hit.unit} ${hit.period}`}>
                  <td>
                    <LevelChip level={hit.level} />
                  </td>
                  <th scope="row">{names.agency(hit.unit)}</th>
                  <td className="nowrap">{hit.period}</td>
                  <td>{hit.value}</td>
                  <td>{rule.why(hit)}</td>
                  <td>{hit.found === null ? rule.unchecked : platform.found[hit.found]}</td>
                  <td className="nowrap">
                    <Link
                      to="/platform/indicators/$key"
                      params={{ key: indicator }}
                      search={{ unit: hit.unit, period: hit.period }}
                      hash="rows"
                    >
                      {platform.rowsBehind(hit.rows)}
                    </Link>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  );
}
