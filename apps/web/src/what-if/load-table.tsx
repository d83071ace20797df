import { useState } from 'react';
import type { Load, WhatIf } from '../../../api/what-if/what-if.schema.ts';
import { useNames } from '../parts/names.ts';
import { dayText, today } from '../time/dates.ts';
import { useWhatIfWords } from './what-if-words.ts';

type By = keyof WhatIf['load'];
/** So many weeks are shown, those that change first of all. */
const most = 12;

/** How many tasks fall due in which week, before and after. */
export function LoadTable({ load }: { readonly load: WhatIf['load'] }) {
  const { whatIf, language } = useWhatIfWords();
  const { effect: said } = whatIf;
  const names = useNames();
  const [by, setBy] = useState<By>('agencies');
  const [onlyChanged, setOnlyChanged] = useState(true);
  const all: Load = load[by] ?? [];
  const rows = onlyChanged ? all.filter((row) => weeksOf(row).some((week) => isChanged(row, week))) : all;
  const weeks = weeksIn(rows, onlyChanged);
  if (load.agencies.length === 0) return null;
  const weekName = (week: string) =>
    week === 'overdue' ? said.overdue : week === 'none' ? said.noWeek : said.week(dayText(week, today(), language));
  const nameOf = ({ key, name }: Load[number]) =>
    by === 'agencies' ? names.agency(key) : by === 'people' ? names.person(key) : (name ?? key);
  return (
    <>
      <div className="row-actions">
        <h3>{said.load}</h3>
        <label>
          <span className="hidden">{said.loadByLabel}</span>
          <select className="field inline" value={by} onChange={({ target }) => setBy(target.value as By)}>
            {(['agencies', 'steps', 'people'] as const)
              .filter((one) => load[one] !== null)
              .map((one) => (
                <option key={one} value={one}>
                  {said.loadBy[one]}
                </option>
              ))}
          </select>
        </label>
        <label className="switch">
          <input type="checkbox" checked={onlyChanged} onChange={({ target }) => setOnlyChanged(target.checked)} />
          {said.onlyChanged}
        </label>
      </div>
      {rows.length === 0 ? (
        <p className="empty">{said.none}</p>
      ) : (
        <div className="scroller sheet" role="region" tabIndex={0} aria-label={said.load}>
          <table className="plain-table load" aria-label={said.load}>
            <thead>
              <tr>
                <th scope="col">{said.key}</th>
                {weeks.map((week) => (
                  <th key={week} scope="col" className="number">
                    {weekName(week)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.key}>
                  <th scope="row">{nameOf(row)}</th>
                  {weeks.map((week) => (
                    <td key={week} className="number nowrap">
                      {isChanged(row, week) ? (
                        <b>{said.change(row.before[week] ?? 0, row.after[week] ?? 0)}</b>
                      ) : (
                        (row.after[week] ?? '')
                      )}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}

const weeksOf = ({ before, after }: Load[number]): readonly string[] => Object.keys({ ...before, ...after });
const isChanged = ({ before, after }: Load[number], week: string): boolean =>
  (before[week] ?? 0) !== (after[week] ?? 0);

/** Overdue first, then by week, what has no due date last. */
function weeksIn(rows: Load, onlyChanged: boolean): readonly string[] {
  const weeks = new Set(rows.flatMap((row) => weeksOf(row).filter((week) => !onlyChanged || isChanged(row, week))));
  const rank = (week: string) => (week === 'overdue' ? '0' : week === 'none' ? '9999' : week);
  return [...weeks].toSorted((one, other) => (rank(one) < rank(other) ? -1 : 1)).slice(0, most);
}
