import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { Loaded } from '../../../api/calendars/calendar.schema.ts';
import { readNotice } from '../../../../domain/notice-of-days.ts';
import { weekdayOf } from '../../../../domain/civil-date.ts';
import type { CivilDate } from '../../../../domain/time.ts';
import { useNames } from '../parts/names.ts';
import { Reading } from '../parts/reading.tsx';
import { call } from '../server/call.ts';
import { daysFrom, today } from '../time/dates.ts';
import { ApplyDialog } from './apply-dialog.tsx';
import { CalendarChoice } from './calendar-choice.tsx';
import { Effect } from './effect.tsx';
import { calendarsQuery } from '../rules/rules.queries.ts';
import { useSupposition } from './use-supposition.ts';
import { useWhatIfWords } from './what-if-words.ts';
import { YearGrid } from '../rules/year-grid.tsx';
import type { DayState } from '../rules/year-grid.tsx';

type Days = ReadonlyMap<CivilDate, 'off' | 'work'>;

const daysOf = (year: { readonly off: readonly string[]; readonly work: readonly string[] } | undefined): Days =>
  new Map([
    ...(year?.off ?? []).map((date) => [date, 'off'] as const),
    ...(year?.work ?? []).map((date) => [date, 'work'] as const),
  ]);
const isWeekend = (date: CivilDate): boolean => weekdayOf(date) > 5;

/** A year of a calendar, read from a notice or changed day by day; what it would do to open cases comes before it is made so. */
export function SupposeCalendar() {
  const { words, whatIf } = useWhatIfWords();
  const { calendar: said } = whatIf;
  const names = useNames();
  const queries = useQueryClient();
  const query = useQuery(calendarsQuery);
  const [agency, setAgency] = useState('default');
  const [year, setYear] = useState(() => Number(today().slice(0, 4)));
  const [changed, setChanged] = useState<Days | null>(null);
  const [source, setSource] = useState('');
  const [read, setRead] = useState('');
  const [fault, setFault] = useState('');
  const [applying, setApplying] = useState(false);
  const supposing = useSupposition();
  const kept = query.data?.items.find((one) => one.agency === agency)?.years[year];
  const inForce = useMemo(() => daysOf(kept), [kept]);
  if (!query.data) return <Reading query={query} />;
  const days = changed ?? inForce;
  const all = daysFrom(`${year}-01-01`, `${year}-12-31`);
  const change = (next: Days | null) => {
    setChanged(next);
    supposing.forget();
    setFault('');
  };
  const choose = (what: () => void) => {
    what();
    change(null);
    setRead('');
    setSource('');
  };
  const stateOf = (date: CivilDate): DayState => days.get(date) ?? (isWeekend(date) ? 'weekend' : 'usual');
  const differs = (date: CivilDate) => days.get(date) !== inForce.get(date);
  const toggle = (date: CivilDate) => {
    const next = new Map(days);
    if (!next.delete(date)) next.set(date, isWeekend(date) ? 'work' : 'off');
    change(next);
  };
  const take = (text: string) => {
    const { year: named, days: noticed, doubts } = readNotice(text, String(year));
    const { off, work } = noticed;
    const told = doubts.map((doubt) => `${words.rules.doubts[doubt.kind]}${doubt.text}`);
    if (off.length + work.length === 0) return setRead(said.readNothing);
    setRead([said.readDays(off.length, work.length), ...told].join(' '));
    if (named) setYear(Number(named));
    if (!source) setSource(noticed.source);
    change(daysOf({ off, work }));
  };
  const count = (kind: 'off' | 'work') =>
    [...days]
      .filter(([, one]) => one === kind)
      .map(([date]) => date)
      .toSorted();
  const notice = () => ({
    agency,
    years: { [year]: { off: count('off'), work: count('work'), source: source.trim() || kept?.source || said.source } },
  });
  const differing = new Set([...days.keys(), ...inForce.keys()].filter(differs)).size;
  async function apply(reason: string) {
    const { version } = await call<Loaded>('/calendars', { method: 'POST', body: { ...notice(), reason } });
    await Promise.all([
      queries.invalidateQueries({ queryKey: ['rules'] }),
      queries.invalidateQueries({ queryKey: ['directory'] }),
    ]);
    change(null);
    return whatIf.appliedCalendar(version);
  }
  const working = all.filter((date) => ['work', 'usual'].includes(stateOf(date))).length;
  const { effect } = supposing;
  return (
    <>
      <section className="panel" aria-label={whatIf.kinds.calendar}>
        <CalendarChoice
          agencies={[...new Set(['default', ...query.data.items.map((one) => one.agency)])].map((id) => [
            id,
            id === 'default' ? said.common : names.agency(id),
          ])}
          agency={agency}
          year={year}
          source={source}
          placeholder={kept?.source ?? ''}
          read={read}
          onAgency={(next) => choose(() => setAgency(next))}
          onYear={(next) => choose(() => setYear(next))}
          onSource={setSource}
          onNotice={take}
        />
        {!kept && changed === null && <p className="bar">{said.unpublished}</p>}
        <p>
          {said.workingDays(working)} · {said.changedDays(differing)} <span className="quiet">{said.hint}</span>
        </p>
        <YearGrid year={year} stateOf={stateOf} isChanged={differs} onToggle={toggle} />
        <div className="row-actions compare-form">
          <button
            type="button"
            className="button primary"
            aria-disabled={supposing.busy}
            onClick={() => {
              if (differing === 0) return setFault(whatIf.nothing);
              supposing.suppose({ path: '/calendars', method: 'POST', query: { dryRun: true }, body: notice() });
            }}
          >
            {whatIf.suppose}
          </button>
          {effect && (
            <button type="button" className="button danger" onClick={() => setApplying(true)}>
              {whatIf.apply}
            </button>
          )}
        </div>
        <p role="alert" className="fault">
          {fault}
        </p>
      </section>
      <Effect supposing={supposing} />
      {applying && effect && <ApplyDialog cases={effect.cases} onApply={apply} onClose={() => setApplying(false)} />}
    </>
  );
}
