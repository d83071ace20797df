import type { CalendarYear } from '../../../../domain/calendar.ts';
import { useWords } from '../words/words.tsx';
import { ChangeInTwo } from './change-in-two.tsx';

interface ApplyCalendarProps {
  readonly agency: string;
  readonly year: string;
  readonly days: CalendarYear;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** Never without the preview: what would be re-planned before it is. */
export function ApplyCalendar({ agency, year, days, onDone, onClose }: ApplyCalendarProps) {
  const { rules } = useWords();
  return (
    <ChangeInTwo
      title={rules.applyTitle(year)}
      path="/calendars"
      fields={[
        { name: 'source', label: rules.source, required: true, help: rules.sourceHelp },
        { name: 'reason', label: rules.reason, kind: 'long' },
      ]}
      initial={{ source: days.source }}
      bodyOf={({ source, ...entry }) => ({ agency, years: { [year]: { ...days, source } }, ...entry })}
      onClose={onClose}
      onDone={onDone}
    />
  );
}
