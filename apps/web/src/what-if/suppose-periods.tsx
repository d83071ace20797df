import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ChangedRules, PeriodList } from '../../../api/rules/rule.schema.ts';
import { Reading } from '../parts/reading.tsx';
import { call } from '../server/call.ts';
import { ApplyDialog } from './apply-dialog.tsx';
import { Effect } from './effect.tsx';
import { PeriodRow } from './period-row.tsx';
import { periodsQuery } from '../rules/rules.queries.ts';
import { useSupposition } from './use-supposition.ts';
import { useWhatIfWords } from './what-if-words.ts';

type Period = PeriodList['items'][number];
/** What a period would be otherwise; the length as it is typed. */
export interface PeriodChange {
  readonly value: string;
  readonly unit: Period['unit'];
  readonly roll: Period['roll'];
}
export type Running = 'take' | 'keep';

const changeOf = ({ value, fallback, unit, roll }: Period): PeriodChange => ({
  value: String(value ?? fallback ?? ''),
  unit,
  roll,
});

/** Only what differs from what is in force. */
function patchOf(period: Period, { value, unit, roll }: PeriodChange): Record<string, unknown> {
  const now = changeOf(period);
  return {
    ...(value === now.value ? {} : { [period.value === null ? 'fallback' : 'value']: Number(value) }),
    ...(unit === now.unit ? {} : { unit }),
    ...(roll === now.roll ? {} : { roll }),
  };
}

/** Other lengths of periods, for clocks that run already or for new steps alone. */
export function SupposePeriods({ first }: { readonly first: string | undefined }) {
  const { whatIf } = useWhatIfWords();
  const { period: said } = whatIf;
  const queries = useQueryClient();
  const query = useQuery(periodsQuery);
  const [changes, setChanges] = useState<Readonly<Record<string, PeriodChange>>>({});
  const [running, setRunning] = useState<Running>('take');
  const [fault, setFault] = useState('');
  const [applying, setApplying] = useState(false);
  const supposing = useSupposition();
  if (!query.data) return <Reading query={query} />;
  const periods = new Map(query.data.items.map((one) => [one.key, one]));
  const [asked] = first !== undefined && Object.keys(changes).length === 0 ? [periods.get(first)] : [];
  const shown = asked ? { [asked.key]: changeOf(asked) } : changes;
  const change = (next: Readonly<Record<string, PeriodChange>>) => {
    setChanges(next);
    supposing.forget();
    setFault('');
  };
  const patches = () =>
    Object.fromEntries(
      Object.entries(shown).flatMap(([key, one]) => {
        const period = periods.get(key);
        const patch = period ? patchOf(period, one) : {};
        return Object.keys(patch).length > 0 ? [[key, patch]] : [];
      }),
    );
  function suppose() {
    const wrong = Object.entries(shown).find(([, { value }]) => !/^\d{1,4}(\.5)?$/.test(value.trim()));
    if (wrong) return setFault(said.valueNeeded(periods.get(wrong[0])?.name ?? wrong[0]));
    const body = { periods: patches(), running };
    if (Object.keys(body.periods).length === 0) return setFault(whatIf.nothing);
    supposing.suppose({ path: '/periods', method: 'PUT', query: { dryRun: true }, body });
  }
  async function apply(reason: string) {
    const body = { periods: patches(), running, reason };
    const { version } = await call<ChangedRules>('/periods', { method: 'PUT', body });
    await queries.invalidateQueries({ queryKey: ['rules'] });
    change({});
    return whatIf.applied(version);
  }
  const { effect } = supposing;
  return (
    <>
      <section className="panel" aria-label={whatIf.kinds.period}>
        <label>
          {said.add}{' '}
          <select
            className="field inline"
            value=""
            onChange={({ target }) => {
              const period = periods.get(target.value);
              if (period) change({ ...shown, [period.key]: changeOf(period) });
            }}
          >
            <option value="">{said.choose}</option>
            {query.data.items
              .filter(({ key, kind, unit }) => !shown[key] && unit !== 'percent' && kind !== 'share')
              .map(({ key, name }) => (
                <option key={key} value={key}>
                  {key} {name}
                </option>
              ))}
          </select>
        </label>
        {Object.entries(shown).map(([key, one]) => {
          const period = periods.get(key);
          const { [key]: _, ...others } = shown;
          return (
            period && (
              <PeriodRow
                key={key}
                period={period}
                change={one}
                onChange={(next) => change({ ...shown, [key]: next })}
                onRemove={() => change(others)}
              />
            )
          );
        })}
        <fieldset className="supposed">
          <legend>{said.running}</legend>
          {(['take', 'keep'] as const).map((one) => (
            <label key={one} className="switch">
              <input
                type="radio"
                name="running"
                checked={running === one}
                onChange={() => {
                  setRunning(one);
                  supposing.forget();
                }}
              />
              {said.runnings[one]}
            </label>
          ))}
        </fieldset>
        <div className="row-actions">
          <button type="button" className="button primary" aria-disabled={supposing.busy} onClick={suppose}>
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
