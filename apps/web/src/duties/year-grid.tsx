import { useState } from 'react';
import type { ListDetail, Obligation } from '../../../api/duties/duty.schema.ts';
import { useNames } from '../parts/names.ts';
import { useWords } from '../words/words.tsx';
import { ItemMarks } from './item-marks.tsx';
import { ObligationRows } from './obligation-rows.tsx';

type Item = ListDetail['duties'][number];
type State = Obligation['state'];

interface YearGridProps {
  readonly items: readonly Item[];
  readonly obligations: readonly Obligation[];
  readonly year: number;
}

const months = Array.from({ length: 12 }, (_, index) => index + 1);
/** The one that most needs somebody stands for its cell. */
const gravest: readonly State[] = [
  'failed', 'missed', 'overdue', 'accounting', 'redo', 'checking', 'helping', 'open', 'planned', 'cancelled', 'withdrawn', 'skipped', 'done',
]; // prettier-ignore
const tone: Partial<Record<State, string>> = {
  failed: 'severe',
  missed: 'severe',
  overdue: 'late',
  accounting: 'late',
  redo: 'today',
  checking: 'soon',
  helping: 'soon',
  open: 'soon',
  done: 'later',
};

/** Every item by month: what was asked in it, and how that stands. */
export function YearGrid({ items, obligations, year }: YearGridProps) {
  const { duties } = useWords();
  const names = useNames();
  const [open, setOpen] = useState<string | null>(null);
  const byItem = Map.groupBy(obligations, ({ item }) => item);
  return (
    <div className="scroller" role="region" aria-label={duties.throughTheYear} tabIndex={0}>
      <table className="plain-table year-grid">
        <thead>
          <tr>
            <th scope="col">{duties.columns.no}</th>
            <th scope="col">{duties.columns.measure}</th>
            <th scope="col">{duties.columns.lead}</th>
            <th scope="col">{duties.columns.cycle}</th>
            {months.map((month) => (
              <th scope="col" key={month}>
                {duties.month(month)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((item) => {
            const own = byItem.get(item.no) ?? [];
            return [
              <tr key={item.no}>
                <td className="nowrap">{item.no}</td>
                <th scope="row">
                  <button
                    type="button"
                    className="as-link"
                    aria-expanded={open === item.no}
                    onClick={() => setOpen(open === item.no ? null : item.no)}
                  >
                    {item.measure}
                  </button>
                  <div className="second-line">{item.area}</div>
                  <ItemMarks item={item} />
                </th>
                <td>
                  {item.leads.length > 2 ? duties.agencies(item.leads.length) : item.leads.map(names.agency).join('、')}
                </td>
                <td className="nowrap">{duties.cycles[item.cycle]}</td>
                {months.map((month) => (
                  <Cell key={month} some={inMonth(own, year, month)} />
                ))}
              </tr>,
              open === item.no && (
                <tr key={`${item.no} obligations`}>
                  <td colSpan={16}>
                    <ObligationRows item={item} obligations={own} />
                  </td>
                </tr>
              ),
            ];
          })}
        </tbody>
      </table>
    </div>
  );
}

const inMonth = (some: readonly Obligation[], year: number, month: number): readonly Obligation[] =>
  some.filter(({ opensOn }) => opensOn.startsWith(`${year}-${String(month).padStart(2, '0')}`));

function Cell({ some }: { readonly some: readonly Obligation[] }) {
  const { duties } = useWords();
  const state = gravest.find((one) => some.some((obligation) => obligation.state === one));
  if (state === undefined) return <td />;
  const done = some.filter((obligation) => obligation.state === 'done').length;
  return (
    <td className="nowrap">
      <span className={`chip ${tone[state] ?? 'plain'}`}>
        {duties.states[state]}
        {some.length > 1 && ` ${done}/${some.length}`}
      </span>
    </td>
  );
}
