import { Link } from '@tanstack/react-router';
import type { WhatIf } from '../../../api/what-if/what-if.schema.ts';
import { useNames } from '../parts/names.ts';
import { Rows } from '../parts/rows.tsx';
import { dayText, today } from '../time/dates.ts';
import { Numbers } from '../what-if/effect.tsx';
import { useSpeaking } from '../words/words.tsx';

/** What a change would do to open cases: in numbers, then step by step as far as one may see them. */
export function Effect({ effect }: { readonly effect: WhatIf }) {
  const { words, language } = useSpeaking();
  const { effect: said } = words.rules;
  const names = useNames();
  const day = (date: string | null) => (date ? dayText(date, today(), language) : '—');
  return (
    <>
      <Numbers effect={effect} />
      {effect.items.length > 0 && (
        <details open={effect.items.length <= 20}>
          <summary>{said.list(effect.items.length, effect.total)}</summary>
          <Rows
            label={said.title}
            rows={effect.items}
            rowKey={({ caseId, taskId }) => `${caseId} ${taskId}`}
            columns={[
              {
                key: 'case',
                label: said.case,
                cell: ({ caseId, number, title }) => (
                  <>
                    <Link to="/cases/$id/$tab" params={{ id: caseId, tab: 'overview' }}>
                      {title}
                    </Link>
                    <div className="second-line nowrap">{number}</div>
                  </>
                ),
              },
              {
                key: 'step',
                label: said.step,
                cell: ({ name, from: { agency, assignee } }) => (
                  <>
                    {name}
                    <div className="second-line">{[names.agency(agency), names.person(assignee)].join(' ')}</div>
                  </>
                ),
              },
              {
                key: 'due',
                label: said.due,
                narrow: true,
                cell: ({ from, to, breach }) => (
                  <>
                    {day(from.dueOn)} → {day(to.dueOn)}
                    {breach === 'new' && <span className="chip late">{said.late}</span>}
                  </>
                ),
              },
              { key: 'why', label: said.why, cell: ({ why }) => why },
            ]}
          />
        </details>
      )}
    </>
  );
}
