import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PeriodList } from '../../../api/rules/rule.schema.ts';
import { useNames } from '../parts/names.ts';
import { momentText, today } from '../time/dates.ts';
import { periodQuery } from '../rules/rules.queries.ts';
import type { PeriodChange } from './suppose-periods.tsx';
import { useWhatIfWords } from './what-if-words.ts';

interface PeriodRowProps {
  readonly period: PeriodList['items'][number];
  readonly change: PeriodChange;
  readonly onChange: (change: PeriodChange) => void;
  readonly onRemove: () => void;
}

const units = ['working-day', 'day', 'month', 'year', 'hour'] as const;

/** One period: what it is, by which law, and what it would be. */
export function PeriodRow({ period, change, onChange, onRemove }: PeriodRowProps) {
  const { words, whatIf } = useWhatIfWords();
  const { period: said } = whatIf;
  const [opened, setOpened] = useState(false);
  const { key, name, value, fallback, unit, basis, confidence, clock, roll } = period;
  const amount = value ?? fallback;
  const unitName = (one: string) => (words.mechanisms.units[one]?.(2) ?? one).replace(/^2\s*/, '');
  const now =
    amount === undefined ? words.mechanisms.noLength : (words.mechanisms.units[unit]?.(amount) ?? `${amount}`);
  return (
    <fieldset className="supposed">
      <legend>
        {name} <code className="quiet">{key}</code>
      </legend>
      <p className="quiet">
        {said.now(now)} · {said.clocks[clock]} · {said.rolls[roll]} · {said.basis}：{basis}（
        {said.confidence(confidence)}）
      </p>
      <div className="row-actions">
        <label>
          {said.value}{' '}
          <input
            className="field inline days"
            inputMode="decimal"
            value={change.value}
            onChange={({ target }) => onChange({ ...change, value: target.value })}
          />
        </label>
        <label>
          {said.unit}{' '}
          <select
            className="field inline"
            value={change.unit}
            onChange={({ target }) => onChange({ ...change, unit: target.value as PeriodChange['unit'] })}
          >
            {[...new Set([...units, unit])].map((one) => (
              <option key={one} value={one}>
                {unitName(one)}
              </option>
            ))}
          </select>
        </label>
        <label>
          {said.roll}{' '}
          <select
            className="field inline"
            value={change.roll}
            onChange={({ target }) => onChange({ ...change, roll: target.value as PeriodChange['roll'] })}
          >
            {(['none', 'next-working-day'] as const).map((one) => (
              <option key={one} value={one}>
                {said.rolls[one]}
              </option>
            ))}
          </select>
        </label>
        <button type="button" className="button small" onClick={onRemove}>
          {whatIf.remove}
          <span className="hidden"> {name}</span>
        </button>
      </div>
      <details onToggle={({ currentTarget }) => setOpened(currentTarget.open)}>
        <summary>{said.history}</summary>
        {opened && <History code={key} />}
      </details>
    </fieldset>
  );
}

function History({ code }: { readonly code: string }) {
  const { whatIf, language } = useWhatIfWords();
  const names = useNames();
  const { data } = useQuery(periodQuery(code));
  const changed = data?.history.filter(({ change }) => change !== null) ?? [];
  if (data && changed.length === 0) return <p className="empty">{whatIf.period.noHistory}</p>;
  return (
    <ul className="told">
      {changed.map(({ version, by, at, reason, change }) => (
        <li key={version}>
          {momentText(at, today(), language)} {names.person(by)} {reason} <code>{JSON.stringify(change?.to)}</code>
        </li>
      ))}
    </ul>
  );
}
