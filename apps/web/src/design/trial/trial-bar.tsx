import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { addWorkingDays } from '../../../../../domain/calendar.ts';
import type { Case, ChangedCase } from '../../../../api/cases/case.schema.ts';
import type { Forwarded } from '../../../../api/trials/trial.schema.ts';
import { DateInput } from '../../parts/date-field.tsx';
import { useNames } from '../../parts/names.ts';
import { newActKey } from '../../server/act-key.ts';
import { call, callText } from '../../server/call.ts';
import { dayOf, longDayText, timeText, typedDay } from '../../time/dates.ts';
import { useDesign } from '../design-words.ts';
import { saveFile } from '../save-file.ts';
import { Fired } from './fired.tsx';
import { PlayedAs } from './played-as.tsx';
import { refreshTrial } from './trial.queries.ts';

interface TrialBarProps {
  readonly code: string;
  readonly matter: Case;
  readonly as: string;
  readonly onAs: (as: string) => void;
}

/** Always in sight, striped: this is no case. Its clock can be moved, it can be begun again, and taken away as a scenario. */
export function TrialBar({ code, matter, as, onAs }: TrialBarProps) {
  const { design, words, language } = useDesign();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const names = useNames();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState('');
  const [fired, setFired] = useState<Forwarded['fired'] | null>(null);
  const [days, setDays] = useState('5');
  const [day, setDay] = useState('');
  const key = useRef(newActKey());
  const path = `/trials/${encodeURIComponent(matter.id)}`;
  const now = dayOf(matter.now);
  const workingDay = (count: number) => addWorkingDays(names.calendar, now, count);

  async function act(work: () => Promise<void>) {
    if (busy) return;
    setBusy(true);
    setRefusal('');
    try {
      await work();
    } catch (error) {
      setRefusal((error as Error).message || words.state.unreachable);
    }
    setBusy(false);
    key.current = newActKey();
  }
  const moveTo = (to: string) =>
    void act(async () => {
      const answer = await call<Forwarded>(`${path}/fast-forward`, { method: 'POST', body: { to } });
      setFired(answer.fired);
      await refreshTrial(queries);
    });
  const reset = () =>
    void act(async () => {
      const { id } = await call<ChangedCase>(`${path}/reset`, { method: 'POST', body: {}, key: key.current });
      setFired(null);
      await navigate({ to: '/design/$key/trial/$id', params: { key: code, id } });
      await refreshTrial(queries);
    });
  const remove = () =>
    void act(async () => {
      await call(path, { method: 'DELETE' });
      await navigate({ to: '/design/$key', params: { key: code } });
    });
  const take = () =>
    void act(async () =>
      saveFile(`${code}.yaml`, await callText(`${path}/scenario`, { accept: 'application/yaml' }), 'application/yaml'),
    );
  const count = Number(days);
  const typed = typedDay(day);
  return (
    <section className="trial-bar" aria-label={design.trial.title}>
      <div className="row-actions">
        <strong>
          {design.trial.title} · {design.trial.clock} {longDayText(now, language)} {timeText(matter.now)}
        </strong>
        <button type="button" className="button small" aria-disabled={busy} onClick={() => moveTo('next-alarm')}>
          {design.trial.nextAlarm}
        </button>
        <button type="button" className="button small" aria-disabled={busy} onClick={() => moveTo(workingDay(1))}>
          {design.trial.oneDay}
        </button>
        <label className="row-actions">
          <span className="hidden">{design.trial.daysLabel}</span>
          <input
            className="field inline days"
            inputMode="numeric"
            aria-label={design.trial.daysLabel}
            value={days}
            onChange={(event) => setDays(event.target.value.replaceAll(/\D/g, '').slice(0, 3))}
          />
          <button
            type="button"
            className="button small"
            aria-disabled={busy || !(count > 0)}
            onClick={() => count > 0 && moveTo(workingDay(count))}
          >
            {design.trial.days(count)}
          </button>
        </label>
        <label className="row-actions">
          {design.trial.toDay}
          <DateInput id="trial-day" value={day} onChange={setDay} />
          <button
            type="button"
            className="button small"
            aria-disabled={busy || typed === null}
            onClick={() => typed !== null && moveTo(typed)}
          >
            {design.trial.go}
          </button>
        </label>
        <PlayedAs as={as} onAs={onAs} />
        <span className="spring row-actions">
          <button type="button" className="button small" aria-disabled={busy} onClick={reset}>
            {design.trial.reset}
          </button>
          <button type="button" className="button small" aria-disabled={busy} onClick={take}>
            {design.trial.scenario}
          </button>
          <button type="button" className="button small danger" aria-disabled={busy} onClick={remove}>
            {design.trial.remove}
          </button>
        </span>
      </div>
      <p role="alert" className="fault">
        {refusal}
      </p>
      <p role="status">{busy ? design.trial.busy : ''}</p>
      {fired && <Fired fired={fired} />}
    </section>
  );
}
