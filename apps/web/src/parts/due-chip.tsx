import { limitOf } from '../time/limit.ts';
import type { Limited } from '../time/limit.ts';
import { useWords } from '../words/words.tsx';
import { useNames } from './names.ts';

interface DueChipProps {
  readonly task: Limited & { readonly level: number };
  readonly now: number;
}

/** How long there is, as word, shape and colour. */
export function DueChip({ task, now }: DueChipProps) {
  const { due } = useWords();
  const { calendar } = useNames();
  if (task.status === 'suspended') return <span className="chip suspended">‖ {due.suspended}</span>;
  const { urgency, amount, unit, minutes } = limitOf(task, calendar, now);
  const about = task.provisional && urgency !== 'late' ? due.about : '';
  const provisional = task.provisional ? ' provisional' : '';
  if (urgency === 'late') {
    const text =
      unit === 'hour'
        ? due.lateHours(-amount, task.level)
        : amount === 0
          ? due.lateToday(task.level)
          : due.late(-amount, task.level);
    return <span className={`chip ${task.level >= 3 ? 'severe' : 'late'}`}>⚠ {text}</span>;
  }
  if (urgency === 'none') return <span className="chip none">{due.none}</span>;
  const text =
    unit === 'hour'
      ? due.leftHours(amount, minutes)
      : urgency === 'today'
        ? due.today
        : unit === 'day'
          ? due.leftDays(amount)
          : due.left(amount);
  return (
    <span className={`chip ${urgency}${provisional}`}>
      {about}
      {text}
    </span>
  );
}
