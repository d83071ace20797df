import { useId, useState } from 'react';
import { typedDay } from '../time/dates.ts';
import { useWords } from '../words/words.tsx';

interface DateFieldProps {
  readonly label: string;
  /** "2026-03-05", or what has been typed and is no date yet. */
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A date as officials type it. */
export function DateField({ label, value, onChange }: DateFieldProps) {
  const words = useWords();
  const id = useId();
  const [fault, setFault] = useState(false);
  return (
    <div className="stacked">
      <label htmlFor={id}>{label}</label>
      <DateInput
        id={id}
        value={value}
        onChange={(next) => {
          setFault(false);
          onChange(next);
        }}
        onBlur={() => setFault(value !== '' && typedDay(value) === null)}
        describedBy={`${id}-fault`}
        invalid={fault}
      />
      <span id={`${id}-fault`} className="fault">
        {fault ? words.fault.date : ''}
      </span>
    </div>
  );
}

interface DateInputProps {
  readonly id: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onBlur?: () => void;
  readonly describedBy?: string;
  readonly invalid?: boolean;
}

/** Typing first; 2026-3-5, 2026年3月5日, 2026/3/5 and 20260305 all become 2026-03-05 when the field is left. */
export function DateInput({ id, value, onChange, onBlur, describedBy, invalid }: DateInputProps) {
  const words = useWords();
  return (
    <input
      id={id}
      className="field date-field"
      inputMode="numeric"
      autoComplete="off"
      placeholder={words.handle.dateHint}
      value={value}
      aria-describedby={describedBy}
      aria-invalid={invalid || undefined}
      onChange={(event) => onChange(event.target.value)}
      onBlur={() => {
        const day = typedDay(value);
        if (day !== null && day !== value) onChange(day);
        onBlur?.();
      }}
    />
  );
}
