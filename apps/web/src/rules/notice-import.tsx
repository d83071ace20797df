import { useId, useState } from 'react';
import type { CalendarYear } from '../../../../domain/calendar.ts';
import { readNotice } from '../../../../domain/notice-of-days.ts';
import { Dialog } from '../parts/dialog.tsx';
import { dayText } from '../time/dates.ts';
import { useSpeaking } from '../words/words.tsx';

interface NoticeImportProps {
  readonly onRead: (read: { readonly year: string; readonly days: CalendarYear }) => void;
  readonly onClose: () => void;
}

/** The notice's own text is pasted and read; what does not add up in it is said before anything comes of it. */
export function NoticeImport({ onRead, onClose }: NoticeImportProps) {
  const { words, language } = useSpeaking();
  const { rules, act, join } = words;
  const id = useId();
  const [text, setText] = useState('');
  const [source, setSource] = useState<string | null>(null);
  const { year, days, doubts } = readNotice(text);
  const read = text.trim() !== '';
  const named = source ?? days.source;
  const usable = year !== null && days.off.length + days.work.length > 0 && named !== '';
  const list = (some: readonly string[]) => some.map((day) => dayText(day, `${year}-01-01`, language)).join(join);
  return (
    <Dialog
      title={rules.importNotice}
      onClose={onClose}
      actions={
        <>
          <button type="button" className="button" onClick={onClose}>
            {act.cancel}
          </button>
          <button
            type="button"
            className="button primary"
            aria-disabled={!usable}
            onClick={() => usable && onRead({ year, days: { ...days, source: named } })}
          >
            {rules.takeOver}
          </button>
        </>
      }
    >
      <div className="form-item">
        <label htmlFor={`${id}-text`}>{rules.noticeText}</label>
        <textarea
          id={`${id}-text`}
          className="field"
          rows={8}
          value={text}
          aria-describedby={`${id}-help`}
          onChange={(event) => setText(event.target.value)}
        />
        <span id={`${id}-help`} className="quiet">
          {rules.noticeHelp}
        </span>
      </div>
      <div className="form-item">
        <label htmlFor={`${id}-source`}>{rules.source}</label>
        <input
          id={`${id}-source`}
          className="field"
          value={named}
          onChange={(event) => setSource(event.target.value)}
        />
      </div>
      <div role="status">
        {read && (
          <>
            {year && <p>{rules.readYear(year)}</p>}
            <p>
              {rules.dayKinds.off}（{days.off.length}）：{list(days.off) || '—'}
            </p>
            <p>
              {rules.dayKinds.work}（{days.work.length}）：{list(days.work) || '—'}
            </p>
            {doubts.length > 0 && (
              <ul className="fault">
                {doubts.map((doubt) => (
                  <li key={`${doubt.kind} ${doubt.text}`}>
                    {rules.doubts[doubt.kind]}
                    {doubt.text && `「${doubt.text}」`}
                  </li>
                ))}
              </ul>
            )}
          </>
        )}
      </div>
    </Dialog>
  );
}
