import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { NotFound } from '../frame/not-found.tsx';
import type { BusinessCalendar, CalendarYear } from '../../../../domain/calendar.ts';
import type { CivilDate } from '../../../../domain/time.ts';
import { useNames } from '../parts/names.ts';
import { Reading } from '../parts/reading.tsx';
import { useWords } from '../words/words.tsx';
import { ApplyCalendar } from './apply-calendar.tsx';
import { kindOf, withDay, workingDaysIn } from './calendar-days.ts';
import { DayDialog } from './day-dialog.tsx';
import { useMayChange } from './may-change.ts';
import { NoticeImport } from './notice-import.tsx';
import { RulesHead } from './rules-head.tsx';
import { calendarsQuery } from './rules.queries.ts';
import { YearGrid } from './year-grid.tsx';
import type { DayState } from './year-grid.tsx';

const route = getRouteApi('/inside/admin/calendars/$agency/$year');
/** Which dialog is open. */
type Open = { readonly what: 'notice' | 'apply' } | { readonly what: 'day'; readonly day: CivilDate };

const noDays: CalendarYear = { off: [], work: [], source: '' };

/** 工作日历: a year day by day, where its days come from, and what another day would do before it is so. */
export function CalendarPage() {
  const { rules } = useWords();
  const names = useNames();
  const { agency, year } = route.useParams();
  const navigate = route.useNavigate();
  const may = useMayChange();
  const query = useQuery(calendarsQuery);
  const [draft, setDraft] = useState<{ readonly of: string; readonly days: CalendarYear } | null>(null);
  const [open, setOpen] = useState<Open | null>(null);
  if (!/^(19|20|21)\d\d$/.test(year)) return <NotFound />;
  if (!query.data) return <Reading query={query} />;
  const stored = query.data.items.find((one) => one.agency === agency);
  const calendar = asCalendar(agency, stored);
  const mine = draft?.of === `${agency} ${year}` ? draft.days : null;
  const shown = mine ? { ...calendar, years: { ...calendar.years, [year]: mine } } : calendar;
  const published = calendar.years[year];
  const changed = mine ? differing(calendar, shown, mine, published ?? noDays) : new Set<CivilDate>();
  const set = (days: CalendarYear) => setDraft({ of: `${agency} ${year}`, days });
  const of = (other: number) => String(Number(year) + other);
  return (
    <>
      <RulesHead
        current="calendars"
        about={rules.yearOf(year)}
        actions={
          may.calendars && (
            <button type="button" className="button" onClick={() => setOpen({ what: 'notice' })}>
              {rules.importNotice}
            </button>
          )
        }
      />
      <div className="filters">
        <Link to="/admin/calendars/$agency/$year" params={{ agency, year: of(-1) }} className="button small">
          ‹ {of(-1)}
        </Link>
        <strong>{rules.yearOf(year)}</strong>
        <Link to="/admin/calendars/$agency/$year" params={{ agency, year: of(1) }} className="button small">
          {of(1)} ›
        </Link>
        {query.data.items.length > 1 && (
          <span className="row-actions">
            {query.data.items.map((one) => (
              <Link
                key={one.agency}
                to="/admin/calendars/$agency/$year"
                params={{ agency: one.agency, year }}
                className="button small"
              >
                {one.agency === 'default' ? rules.wholeCity : names.agency(one.agency)}
              </Link>
            ))}
          </span>
        )}
        <span className="quiet">
          {rules.version(stored?.version ?? 0)} · {rules.workingDays(workingDaysIn(shown, year))}
        </span>
      </div>
      <p className={published ? 'quiet' : 'bar'}>{published ? rules.from(published.source) : rules.provisional}</p>
      {mine && (
        <div className="bar row-actions" role="status">
          {rules.drafted(changed.size)}
          <button type="button" className="button small primary" onClick={() => setOpen({ what: 'apply' })}>
            {rules.previewDays}
          </button>
          <button type="button" className="button small" onClick={() => setDraft(null)}>
            {rules.discard}
          </button>
        </div>
      )}
      <p className="legend quiet">
        <span>{rules.legend}</span> <span>{rules.keysHelp}</span>
      </p>
      <YearGrid
        year={Number(year)}
        stateOf={(date) => stateOf(shown, date)}
        isChanged={(date) => changed.has(date)}
        onToggle={(date) => setOpen({ what: 'day', day: date })}
      />
      {open?.what === 'notice' && (
        <NoticeImport
          onClose={() => setOpen(null)}
          onRead={(read) => {
            setDraft({ of: `${agency} ${read.year}`, days: read.days });
            setOpen(null);
            void navigate({ to: '/admin/calendars/$agency/$year', params: { agency, year: read.year } });
          }}
        />
      )}
      {open?.what === 'apply' && mine && (
        <ApplyCalendar
          agency={agency}
          year={year}
          days={mine}
          onClose={() => setOpen(null)}
          onDone={() => setDraft(null)}
        />
      )}
      {open?.what === 'day' && (
        <DayDialog
          date={open.day}
          kind={kindOf(shown, open.day)}
          source={published?.source ?? ''}
          mayChange={may.calendars}
          onClose={() => setOpen(null)}
          onChange={(works) => {
            set(withDay(mine ?? published ?? noDays, open.day, works));
            setOpen(null);
          }}
        />
      )}
    </>
  );
}

function asCalendar(
  agency: string,
  stored: { readonly version: number; readonly years: BusinessCalendar['years'] } | undefined,
): BusinessCalendar {
  return { id: agency, version: stored?.version ?? 0, years: stored?.years ?? {} };
}

/** Days that are worked in one and not in the other. */
function differing(
  before: BusinessCalendar,
  after: BusinessCalendar,
  ...years: readonly CalendarYear[]
): ReadonlySet<CivilDate> {
  const named = years.flatMap(({ off, work }) => [...off, ...work]);
  return new Set(named.filter((date) => kindOf(before, date) !== kindOf(after, date)));
}

const stateOf = (calendar: BusinessCalendar, date: CivilDate): DayState => {
  const kind = kindOf(calendar, date);
  return kind === 'weekday' ? 'usual' : kind;
};
