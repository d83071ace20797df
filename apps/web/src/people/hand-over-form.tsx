import { useId, useRef, useState } from 'react';
import type { BulkOrdered } from '../../../api/bulk/bulk.schema.ts';
import type { LeftBehind } from '../../../api/bulk/hand-over.schema.ts';
import { people } from '../parts/finders.ts';
import { useNames } from '../parts/names.ts';
import { PickField } from '../parts/pick-field.tsx';
import { newActKey } from '../server/act-key.ts';
import { call } from '../server/call.ts';
import { Problem } from '../server/problem.ts';
import { useWords } from '../words/words.tsx';

interface HandOverFormProps {
  readonly left: LeftBehind;
  /** What was looked at and still holds. */
  readonly looked: { readonly body: unknown; readonly ordered: BulkOrdered } | null;
  readonly onLooked: (body: unknown, ordered: BulkOrdered) => void;
  readonly onChange: () => void;
  readonly onOrdered: (job: string) => void;
}

/** One successor, or another for a kind of steps; nothing moves before the list has been seen. */
export function HandOverForm({ left, looked, onLooked, onChange, onOrdered }: HandOverFormProps) {
  const { handOver, state } = useWords();
  const names = useNames();
  const base = useId();
  const key = useRef(newActKey());
  const [to, setTo] = useState('');
  const [others, setOthers] = useState<Readonly<Record<string, string>>>({});
  const [leaves, setLeaves] = useState(false);
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState('');
  const changed =
    <Value,>(set: (value: Value) => void) =>
    (value: Value) => {
      set(value);
      setRefusal('');
      onChange();
    };
  const rules = left.tasks.flatMap(({ role, agency }) => {
    const other = others[`${role ?? ''}@${agency ?? ''}`];
    return other ? [{ ...(role ? { role } : {}), ...(agency ? { agency } : {}), to: other }] : [];
  });
  const body = {
    kind: 'hand-over',
    from: left.person.id,
    to: to || null,
    rules,
    leaves,
    ...(reason ? { reason } : {}),
  };

  async function ask(preview: boolean) {
    if (busy) return;
    setBusy(true);
    setRefusal('');
    try {
      const answer = await call<BulkOrdered>('/bulk', {
        method: 'POST',
        body: preview ? body : looked?.body,
        ...(preview ? { query: { preview: true } } : { key: key.current }),
      });
      if (preview) onLooked(body, answer);
      else onOrdered(answer.id);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      setRefusal([error.message || state.unreachable, ...error.defects.map(({ message }) => message)].join(' '));
    } finally {
      setBusy(false);
    }
  }

  const pending = looked?.ordered.counts.pending ?? 0;
  return (
    <div className="form">
      <div className="form-item">
        <label htmlFor={`${base}-to`}>{handOver.to}</label>
        <PickField id={`${base}-to`} value={to} find={people} onChange={changed(setTo)} describedBy={`${base}-help`} />
        <span id={`${base}-help`} className="quiet">
          {handOver.toHelp}
        </span>
      </div>
      {left.tasks.length > 1 &&
        left.tasks.map(({ role, agency, count }) => {
          const group = `${role ?? ''}@${agency ?? ''}`;
          const id = `${base}-${group}`;
          return (
            <div key={group} className="form-item">
              <label htmlFor={id}>
                {handOver.other(names.role(role) || names.agency(agency) || handOver.byName, count)}
              </label>
              <PickField
                id={id}
                value={others[group] ?? ''}
                find={people}
                onChange={changed((next: string) => setOthers({ ...others, [group]: next }))}
              />
            </div>
          );
        })}
      <label className="check">
        <input type="checkbox" checked={leaves} onChange={(event) => changed(setLeaves)(event.target.checked)} />
        {handOver.leaves}
      </label>
      <div className="form-item">
        <label htmlFor={`${base}-reason`}>{handOver.reason}</label>
        <textarea
          id={`${base}-reason`}
          className="field"
          rows={2}
          value={reason}
          onChange={(event) => changed(setReason)(event.target.value)}
        />
      </div>
      <p role="alert" className="fault">
        {refusal}
      </p>
      <p className="row-actions">
        <button
          type="button"
          className={`button${looked ? '' : ' primary'}`}
          aria-disabled={busy}
          onClick={() => void ask(true)}
        >
          {handOver.look}
        </button>
        {looked && pending > 0 && (
          <button type="button" className="button primary" aria-disabled={busy} onClick={() => void ask(false)}>
            {handOver.act(pending)}
          </button>
        )}
        <span role="status" className="quiet">
          {busy ? handOver.checking : ''}
        </span>
      </p>
    </div>
  );
}
