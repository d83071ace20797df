import { useState } from 'react';
import { today } from '../time/dates.ts';
import { useWhatIfWords } from './what-if-words.ts';

interface CalendarChoiceProps {
  readonly agencies: readonly (readonly [string, string])[];
  readonly agency: string;
  readonly year: number;
  readonly source: string;
  readonly placeholder: string;
  /** What the notice came to. */
  readonly read: string;
  readonly onAgency: (id: string) => void;
  readonly onYear: (year: number) => void;
  readonly onSource: (source: string) => void;
  readonly onNotice: (text: string) => void;
}

/** Whose calendar of which year, and the notice that says its days. */
export function CalendarChoice(props: CalendarChoiceProps) {
  const { agencies, agency, year, source, placeholder, read } = props;
  const { whatIf } = useWhatIfWords();
  const { calendar: said } = whatIf;
  const [text, setText] = useState('');
  const now = Number(today().slice(0, 4));
  return (
    <>
      <div className="row-actions">
        <label>
          {said.which}{' '}
          <select className="field inline" value={agency} onChange={({ target }) => props.onAgency(target.value)}>
            {agencies.map(([id, name]) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label>
          {said.year}{' '}
          <select className="field inline" value={year} onChange={({ target }) => props.onYear(Number(target.value))}>
            {[now - 1, now, now + 1, now + 2].map((one) => (
              <option key={one} value={one}>
                {one}
              </option>
            ))}
          </select>
        </label>
        <label>
          {said.source}{' '}
          <input
            className="field inline"
            value={source}
            placeholder={placeholder}
            maxLength={200}
            onChange={({ target }) => props.onSource(target.value)}
          />
        </label>
      </div>
      <details>
        <summary>{said.notice}</summary>
        <div className="form">
          <textarea
            className="field"
            rows={4}
            aria-label={said.notice}
            placeholder={said.noticeHint}
            value={text}
            onChange={({ target }) => setText(target.value)}
          />
          <p>
            <button type="button" className="button small" onClick={() => props.onNotice(text)}>
              {said.read}
            </button>{' '}
            <span role="status">{read}</span>
          </p>
        </div>
      </details>
    </>
  );
}
