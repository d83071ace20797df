import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Rule, Tried } from '../../../api/platform/rule.schema.ts';
import { useNames } from '../parts/names.ts';
import { Reading } from '../parts/reading.tsx';
import { call } from '../server/call.ts';
import { today } from '../time/dates.ts';
import { useWords } from '../words/words.tsx';
import { rulesQuery } from './platform.queries.ts';

/** Rules with what was learnt of their hits; one may be tried on last year before it is switched on. */
export function RuleTable() {
  const { platform } = useWords();
  const query = useQuery(rulesQuery);
  if (!query.data) return <Reading query={query} />;
  if (query.data.total === 0) return <p className="empty">{platform.noRules}</p>;
  return (
    <div className="scroller" role="region" aria-label={platform.rules} tabIndex={0}>
      <table className="plain-table">
        <thead>
          <tr>
            {platform.ruleColumns.map((column) => (
              <th scope="col" key={column}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {query.data.items.map((rule) => (
            <RuleRow key={rule.key} rule={rule} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function RuleRow({ rule }: { readonly rule: Rule }) {
  const { platform } = useWords();
  const queries = useQueryClient();
  const [tried, setTried] = useState<Tried | null>(null);
  const year = Number(today().slice(0, 4));
  const path = `/platform/rules/${encodeURIComponent(rule.key)}`;
  const trial = useMutation({
    mutationFn: () => call<Tried>(`${path}/trial`, { method: 'POST', body: { year: year - 1 } }),
    onSuccess: setTried,
  });
  const change = useMutation({
    mutationFn: () => call(`${path}/switch`, { method: 'POST', body: { status: rule.status === 'on' ? 'off' : 'on' } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['platform'] }),
  });
  const error = trial.error ?? change.error;
  return (
    <>
      <tr>
        <th scope="row">
          {rule.name} <span className="quiet">v{rule.version}</span>
        </th>
        <td>{rule.indicator}</td>
        <td>
          <code>{rule.feel}</code>
        </td>
        <td className="nowrap">{platform.ruleStates[rule.status]}</td>
        <td>{platform.learnt(rule.learnt)}</td>
        <td>
          {rule.mayKeep && (
            <span className="row-actions">
              <button type="button" className="button small" onClick={() => trial.isPending || trial.mutate()}>
                {platform.tryOn(year - 1)}
              </button>
              <button type="button" className="button small" onClick={() => change.isPending || change.mutate()}>
                {rule.status === 'on' ? platform.switchOff : platform.switchOn}
              </button>
            </span>
          )}
          {error && (
            <span role="alert" className="fault">
              {error.message}
            </span>
          )}
        </td>
      </tr>
      {tried && (
        <tr>
          <td colSpan={6}>
            <Trial tried={tried} />
          </td>
        </tr>
      )}
    </>
  );
}

function Trial({ tried }: { readonly tried: Tried }) {
  const { platform } = useWords();
  const names = useNames();
  return (
    <div role="status">
      <p>{platform.triedOn(tried.year, tried.judged, tried.hits.length, platform.learnt(tried.learnt))}</p>
      <ul>
        {tried.hits.slice(0, 50).map((hit) => (
          <li key={`${hit.unit} ${hit.period}`}>
            {platform.levels[hit.level]} {names.agency(hit.unit)} {hit.period} {hit.value}
          </li>
        ))}
      </ul>
    </div>
  );
}
