import type { CivilDate } from '../../../../domain/time.ts';
import { Dialog } from '../parts/dialog.tsx';
import { longDayText } from '../time/dates.ts';
import { useSpeaking } from '../words/words.tsx';
import type { DayKind } from './calendar-days.ts';

interface DayDialogProps {
  readonly date: CivilDate;
  readonly kind: DayKind;
  readonly source: string;
  readonly mayChange: boolean;
  readonly onChange: (works: boolean) => void;
  readonly onClose: () => void;
}

/** What a day is and why; a change is a draft until its effect has been seen. */
export function DayDialog({ date, kind, source, mayChange, onChange, onClose }: DayDialogProps) {
  const { words, language } = useSpeaking();
  const { rules, act } = words;
  const works = kind === 'weekday' || kind === 'work';
  const byNotice = kind === 'off' || kind === 'work';
  return (
    <Dialog
      title={longDayText(date, language)}
      onClose={onClose}
      actions={
        <>
          <button type="button" className="button" onClick={onClose}>
            {act.close}
          </button>
          {mayChange && (
            <button type="button" className="button primary" onClick={() => onChange(!works)}>
              {works ? rules.makeOff : rules.makeWork}
            </button>
          )}
        </>
      }
    >
      <p>{rules.dayKinds[kind]}</p>
      {byNotice && source && <p className="quiet">{rules.from(source)}</p>}
      {mayChange && <p className="quiet">{rules.draftHelp}</p>}
    </Dialog>
  );
}
