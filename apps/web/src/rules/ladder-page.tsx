import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { usePageTitle } from '../frame/page-title.ts';
import { Reading } from '../parts/reading.tsx';
import { Rows } from '../parts/rows.tsx';
import { useWords } from '../words/words.tsx';
import { ChangeLadder, remindedOf } from './change-ladder.tsx';
import { useMayChange } from './may-change.ts';
import { RuleHistory } from './rule-history.tsx';
import { ladderQuery } from './rules.queries.ts';
import { useLadderWords } from './use-ladder-words.ts';

const route = getRouteApi('/inside/admin/ladders/$key');

/** One ladder: reminders before, rungs after, who hears of each. */
export function LadderPage() {
  const { rules } = useWords();
  const { told } = useLadderWords();
  const { key } = route.useParams();
  const may = useMayChange();
  const [changing, setChanging] = useState(false);
  const query = useQuery(ladderQuery(key));
  usePageTitle(rules.pages.ladders, query.data?.name);
  if (!query.data) return <Reading query={query} />;
  const { history, ...ladder } = query.data;
  return (
    <>
      <p>
        <Link to="/admin/ladders">‹ {rules.pages.ladders}</Link>
      </p>
      <div className="page-head">
        <h1>{ladder.name}</h1>
        <span className="quiet">{key}</span>
        {may.rules && (
          <button type="button" className="button primary spring" onClick={() => setChanging(true)}>
            {rules.changeLadder}
          </button>
        )}
      </div>
      <section className="panel">
        <h2>{rules.columns.reminders}</h2>
        <ul>
          {ladder.reminders.map(({ before, unit }) => (
            <li key={`${before} ${unit}`}>{rules.before(before, unit)}</li>
          ))}
        </ul>
        <p className="quiet">{told(remindedOf(ladder))}</p>
        {ladder.everyTwoHoursOnLastDay && <p>{rules.everyTwoHours}</p>}
      </section>
      <section className="panel">
        <h2>{rules.columns.rungs}</h2>
        <Rows
          label={rules.columns.rungs}
          rows={ladder.rungs}
          rowKey={({ level }) => String(level)}
          columns={[
            { key: 'level', label: rules.columns.level, narrow: true, cell: ({ level }) => `L${level}` },
            {
              key: 'after',
              label: rules.columns.after,
              narrow: true,
              cell: ({ after, unit }) => rules.after(after, unit),
            },
            { key: 'action', label: rules.columns.action, cell: ({ action }) => action },
            { key: 'tell', label: rules.columns.tell, cell: ({ tell }) => told(tell) },
          ]}
        />
      </section>
      <RuleHistory history={history} />
      {changing && <ChangeLadder ladder={ladder} onClose={() => setChanging(false)} />}
    </>
  );
}
