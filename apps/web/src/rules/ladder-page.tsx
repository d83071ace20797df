import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { LadderHistory } from '../../../api/rules/rule.schema.ts';
import { usePageTitle } from '../frame/page-title.ts';
import type { Entry, EntryField } from '../parts/entry-dialog.tsx';
import { useNames } from '../parts/names.ts';
import { Reading } from '../parts/reading.tsx';
import { Rows } from '../parts/rows.tsx';
import { useWords } from '../words/words.tsx';
import { ChangeInTwo } from './change-in-two.tsx';
import { useMayChange } from './may-change.ts';
import { RuleHistory } from './rule-history.tsx';
import { ladderQuery } from './rules.queries.ts';

const route = getRouteApi('/inside/admin/ladders/$key');

/** One ladder: reminders before, rungs after, who hears of each. */
export function LadderPage() {
  const { rules, join } = useWords();
  const names = useNames();
  const { key } = route.useParams();
  const may = useMayChange();
  const [changing, setChanging] = useState(false);
  const query = useQuery(ladderQuery(key));
  usePageTitle(rules.pages.ladders, query.data?.name);
  if (!query.data) return <Reading query={query} />;
  const { history, ...ladder } = query.data;
  const told = (who: readonly string[]) => who.map((one) => rules.tells[one] ?? names.role(one)).join(join);
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
        <p className="quiet">{told(ladder.remind ?? ['assignee', 'candidates'])}</p>
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

interface ChangeLadderProps {
  readonly ladder: Omit<LadderHistory, 'history'>;
  readonly onClose: () => void;
}

/** When each rung is climbed and what it is called; who hears of it stays. */
function ChangeLadder({ ladder, onClose }: ChangeLadderProps) {
  const { rules } = useWords();
  const { rungs } = ladder;
  const fields: readonly EntryField[] = [
    ...rungs.flatMap(({ level, unit }): EntryField[] => [
      { name: `after${level}`, label: rules.afterOf(level, unit), required: true },
      { name: `action${level}`, label: rules.actionOf(level), required: true },
    ]),
    { name: 'reason', label: rules.reason, kind: 'long', required: true },
  ];
  const initial: Entry = Object.fromEntries(
    rungs.flatMap(({ level, after, action }) => [
      [`after${level}`, String(after)],
      [`action${level}`, action],
    ]),
  );
  const bodyOf = ({ reason, ...entry }: Entry) => ({
    ladders: {
      [ladder.key]: {
        rungs: rungs.map((rung) => {
          const after = String(entry[`after${rung.level}`] ?? '');
          return { ...rung, after: /^\d+$/.test(after) ? Number(after) : after, action: entry[`action${rung.level}`] };
        }),
      },
    },
    reason,
  });
  return (
    <ChangeInTwo
      title={`${rules.changeLadder} · ${ladder.name}`}
      path="/ladders"
      fields={fields}
      initial={initial}
      bodyOf={bodyOf}
      onClose={onClose}
    />
  );
}
