import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Reading } from '../parts/reading.tsx';
import { Rows } from '../parts/rows.tsx';
import { useWords } from '../words/words.tsx';
import { RulesHead } from './rules-head.tsx';
import { laddersQuery } from './rules.queries.ts';

/** 督办阶梯: what happens, and who hears of it, when a step runs late. */
export function LaddersPage() {
  const { rules } = useWords();
  const query = useQuery(laddersQuery);
  if (!query.data) return <Reading query={query} />;
  return (
    <>
      <RulesHead current="ladders" about={rules.count(query.data.total)} />
      <Rows
        label={rules.pages.ladders}
        rows={query.data.items}
        rowKey={({ key }) => key}
        columns={[
          {
            key: 'name',
            label: rules.columns.name,
            cell: ({ key, name }) => (
              <>
                <Link to="/admin/ladders/$key" params={{ key }}>
                  {name}
                </Link>
                <div className="second-line nowrap">{key}</div>
              </>
            ),
          },
          {
            key: 'rungs',
            label: rules.columns.rungs,
            cell: ({ rungs }) => (
              <ul>
                {rungs.map(({ level, after, unit, action }) => (
                  <li key={level}>
                    L{level} {rules.after(after, unit)} {action}
                  </li>
                ))}
              </ul>
            ),
          },
          { key: 'reminders', label: rules.columns.reminders, number: true, cell: ({ reminders }) => reminders.length },
        ]}
      />
    </>
  );
}
