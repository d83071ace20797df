import { useQuery } from '@tanstack/react-query';
import type { PeriodHistory } from '../../../api/rules/rule.schema.ts';
import type { Entry, EntryField } from '../parts/entry-dialog.tsx';
import { useWords } from '../words/words.tsx';
import { ChangeInTwo } from './change-in-two.tsx';
import { laddersQuery } from './rules.queries.ts';

type Period = Omit<PeriodHistory, 'history'>;

interface ChangePeriodProps {
  readonly period: Period;
  readonly onClose: () => void;
}

const whole = (text: Entry[string] | undefined): number | string | null => {
  if (text === undefined || text === '') return null;
  return /^\d+$/.test(String(text)) ? Number(text) : String(text);
};

/** Length, start, clock, basis, ladder; what it does to open cases is shown before it is done. */
export function ChangePeriod({ period, onClose }: ChangePeriodProps) {
  const { rules, mechanisms } = useWords();
  const { data: ladders } = useQuery(laddersQuery);
  const { columns } = rules;
  const amount = period.value === null && period.fallback !== undefined ? 'fallback' : 'value';
  const units = ['working-day', 'day', 'month', 'year', 'hour', 'quarter', 'half-year', 'percent'];
  const fields: readonly EntryField[] = [
    { name: amount, label: columns.amount, required: period.parts === undefined, help: rules.amountHelp[amount] },
    {
      name: 'unit',
      label: columns.unit,
      kind: 'choice',
      choices: units.map((unit) => [unit, mechanisms.units[unit]?.(1) ?? unit]),
      required: true,
    },
    { name: 'start', label: columns.start, required: true },
    { name: 'clock', label: columns.clock, kind: 'choice', choices: Object.entries(rules.clocks), required: true },
    { name: 'roll', label: columns.roll, kind: 'choice', choices: Object.entries(rules.rolls), required: true },
    { name: 'basis', label: columns.basis, kind: 'long', required: true },
    {
      name: 'confidence',
      label: columns.confidence,
      kind: 'choice',
      choices: Object.entries(mechanisms.confidences),
      required: true,
    },
    {
      name: 'ladder',
      label: columns.ladder,
      kind: 'choice',
      choices: (ladders?.items ?? []).map(({ key, name }) => [key, name] as const),
    },
    { name: 'running', label: rules.running, kind: 'choice', choices: Object.entries(rules.runnings), required: true },
    { name: 'reason', label: rules.reason, kind: 'long', required: true },
  ];
  return (
    <ChangeInTwo
      title={`${rules.changePeriod} · ${period.name}`}
      path="/periods"
      fields={fields}
      initial={entryOf(period, amount)}
      bodyOf={({ running, reason, ...entry }) => ({
        periods: { [period.key]: patchOf(period, { ...entry, [amount]: String(entry[amount] ?? '') }, amount) },
        running,
        reason,
      })}
      onClose={onClose}
    />
  );
}

const entryOf = (period: Period, amount: 'value' | 'fallback'): Entry => ({
  [amount]: String(period[amount] ?? ''),
  unit: period.unit,
  start: period.start,
  clock: period.clock,
  roll: period.roll,
  basis: period.basis,
  confidence: period.confidence,
  running: 'take',
  ...(period.ladder ? { ladder: period.ladder } : {}),
});

/** Only what differs; a ladder that was taken away is said so. */
function patchOf(period: Period, entry: Entry, amount: 'value' | 'fallback'): Readonly<Record<string, unknown>> {
  const wanted: Readonly<Record<string, unknown>> = {
    ...entry,
    [amount]: whole(entry[amount]),
    ladder: entry['ladder'] ?? null,
  };
  const now: Readonly<Record<string, unknown>> = { ...period, ladder: period.ladder ?? null };
  return Object.fromEntries(Object.entries(wanted).filter(([name, value]) => (now[name] ?? null) !== value));
}
