import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { PeriodHistory } from '../../../api/rules/rule.schema.ts';
import { usePageTitle } from '../frame/page-title.ts';
import { useNames } from '../parts/names.ts';
import { Reading } from '../parts/reading.tsx';
import { useWords } from '../words/words.tsx';
import { ChangePeriod } from './change-period.tsx';
import { lengthText } from './length-text.ts';
import { useMayChange } from './may-change.ts';
import { RuleHistory } from './rule-history.tsx';
import { periodQuery } from './rules.queries.ts';

const route = getRouteApi('/inside/admin/periods/$key');

/** One period: what it says, what it rests on, and what it said before. */
export function PeriodPage() {
  const { rules } = useWords();
  const { key } = route.useParams();
  const may = useMayChange();
  const [changing, setChanging] = useState(false);
  const query = useQuery(periodQuery(key));
  usePageTitle(rules.pages.periods, query.data?.name);
  if (!query.data) return <Reading query={query} />;
  const { history, ...period } = query.data;
  return (
    <>
      <p>
        <Link to="/admin/periods">‹ {rules.pages.periods}</Link>
      </p>
      <div className="page-head">
        <h1>{period.name}</h1>
        <span className="quiet">{key}</span>
        {may.rules && (
          <button type="button" className="button primary spring" onClick={() => setChanging(true)}>
            {rules.changePeriod}
          </button>
        )}
      </div>
      <section className="panel">
        <Facts period={period} />
      </section>
      <RuleHistory history={history} />
      {changing && <ChangePeriod period={period} onClose={() => setChanging(false)} />}
    </>
  );
}

function Facts({ period }: { readonly period: Omit<PeriodHistory, 'history'> }) {
  const words = useWords();
  const { rules, mechanisms } = words;
  const { columns } = rules;
  const names = useNames();
  const { extension, furtherExtensions = [] } = period;
  const all = [...(extension ? [extension] : []), ...furtherExtensions];
  return (
    <dl className="facts">
      <dt>{columns.length}</dt>
      <dd>{lengthText(words, period)}</dd>
      <dt>{columns.start}</dt>
      <dd>{period.start}</dd>
      <dt>{columns.clock}</dt>
      <dd>
        {rules.clocks[period.clock]} · {rules.clockHelp[period.clock]}
      </dd>
      <dt>{columns.roll}</dt>
      <dd>{rules.rolls[period.roll]}</dd>
      <dt>{columns.basis}</dt>
      <dd>{period.basis}</dd>
      <dt>{columns.confidence}</dt>
      <dd>{mechanisms.confidences[period.confidence] ?? period.confidence}</dd>
      <dt>{columns.extension}</dt>
      <dd>
        {all.length === 0
          ? rules.noExtension
          : all.map(({ amount, times, approver, note }) => (
              <div key={`${approver} ${amount} ${times}`}>
                {rules.extension(mechanisms.units[period.unit]?.(amount) ?? `${amount}`, times, names.role(approver))}
                {note && ` · ${note}`}
              </div>
            ))}
      </dd>
      <dt>{columns.ladder}</dt>
      <dd>
        {period.ladder ? (
          <Link to="/admin/ladders/$key" params={{ key: period.ladder }}>
            {period.ladder}
          </Link>
        ) : (
          rules.noLadder
        )}
        {period.upTo && ` L1—L${period.upTo}`}
      </dd>
    </dl>
  );
}
