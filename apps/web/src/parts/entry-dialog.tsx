import { useId, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { newActKey } from '../server/act-key.ts';
import { Problem } from '../server/problem.ts';
import { typedDay } from '../time/dates.ts';
import { useWords } from '../words/words.tsx';
import { DateInput } from './date-field.tsx';
import { Dialog } from './dialog.tsx';
import { PickField } from './pick-field.tsx';
import { SeveralField } from './several-field.tsx';
import { amongChoices, severalOf } from './several.ts';

/** One field of a small form. */
export interface EntryField {
  readonly name: string;
  readonly label: string;
  readonly kind?: 'text' | 'long' | 'day' | 'choice' | 'check' | 'pick' | 'several';
  /** Of a choice, and of several, whose value is theirs with commas between. */
  readonly choices?: readonly (readonly [value: string, label: string])[];
  readonly find?: Parameters<typeof PickField>[0]['find'];
  readonly required?: boolean;
  readonly help?: string;
}

export type Entry = Readonly<Record<string, string | boolean>>;

interface EntryDialogProps {
  readonly title: string;
  /** Names the act on its button. */
  readonly act: string;
  readonly fields: readonly EntryField[];
  readonly initial?: Entry;
  /** What is handed in, without what was left empty. */
  readonly onSubmit: (entry: Entry, key: string) => Promise<unknown>;
  readonly onClose: () => void;
  readonly onDone: () => void;
  /** What would happen, shown above the buttons. */
  readonly children?: ReactNode | ((entry: Entry) => ReactNode);
}

/** A small form in a dialog; what the server refuses stands at its field, and nothing typed is lost. */
export function EntryDialog({
  title,
  act,
  fields,
  initial = {},
  onSubmit,
  onClose,
  onDone,
  children,
}: EntryDialogProps) {
  const words = useWords();
  const base = useId();
  const [entry, setEntry] = useState<Entry>(initial);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [missing, setMissing] = useState<readonly string[]>([]);
  const [busy, setBusy] = useState(false);
  const key = useRef(newActKey());
  const change = (name: string, value: string | boolean) => setEntry((before) => ({ ...before, [name]: value }));

  async function submit() {
    if (busy) return;
    const left = fields.filter(({ name, required }) => required && !entry[name]).map(({ name }) => name);
    setMissing(left);
    if (left[0]) return document.getElementById(`${base}-${left[0]}`)?.focus();
    setBusy(true);
    setProblem(null);
    try {
      await onSubmit(given(fields, entry), key.current);
      onDone();
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      key.current = newActKey();
      setProblem(error);
    } finally {
      setBusy(false);
    }
  }

  const faultOf = (name: string): string | undefined =>
    missing.includes(name)
      ? words.handle.required
      : problem?.defects.find(({ path }) => path?.split('.').at(-1) === name)?.message;
  const placed = new Set(fields.map(({ name }) => name));
  const others = problem?.defects.filter(({ path }) => !placed.has(path?.split('.').at(-1) ?? '')) ?? [];
  return (
    <Dialog
      title={title}
      onClose={onClose}
      actions={
        <>
          <button type="button" className="button" onClick={onClose}>
            {words.act.cancel}
          </button>
          <button type="button" className="button primary" aria-disabled={busy} onClick={() => void submit()}>
            {act}
          </button>
        </>
      }
    >
      <form
        className="stacked-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        {fields.map((field) => (
          <Field
            key={field.name}
            field={field}
            id={`${base}-${field.name}`}
            value={entry[field.name] ?? ''}
            fault={faultOf(field.name)}
            onChange={(value) => change(field.name, value)}
          />
        ))}
        <button type="submit" className="hidden" tabIndex={-1} aria-hidden="true" />
      </form>
      {typeof children === 'function' ? children(given(fields, entry)) : children}
      <div role="alert" className="fault">
        {problem && <p>{problem.message || words.state.unreachable}</p>}
        {others.map(({ message, path }) => (
          <p key={`${path} ${message}`}>{message}</p>
        ))}
      </div>
    </Dialog>
  );
}

interface FieldProps {
  readonly field: EntryField;
  readonly id: string;
  readonly value: string | boolean;
  readonly fault: string | undefined;
  readonly onChange: (value: string | boolean) => void;
}

function Field({ field, id, value, fault, onChange }: FieldProps) {
  const { handle } = useWords();
  const { label, kind = 'text', required, help } = field;
  const describedBy = fault ? `${id}-fault` : help ? `${id}-help` : undefined;
  const shared = { id, 'aria-describedby': describedBy, 'aria-invalid': fault ? (true as const) : undefined };
  const text = typeof value === 'string' ? value : '';
  if (kind === 'check') {
    return (
      <div className="form-item">
        <label className="check">
          <input
            {...shared}
            type="checkbox"
            checked={value === true}
            onChange={(event) => onChange(event.target.checked)}
          />
          {label}
        </label>
        <Below id={id} help={help} fault={fault} />
      </div>
    );
  }
  return (
    <div className="form-item">
      <label htmlFor={id}>
        {label}
        {required && <span className="must">{handle.required}</span>}
      </label>
      {kind === 'pick' && field.find && (
        <PickField
          id={id}
          value={text}
          onChange={onChange}
          find={field.find}
          describedBy={describedBy}
          invalid={!!fault}
        />
      )}
      {kind === 'several' && (
        <SeveralField
          id={id}
          values={severalOf(text)}
          nameOf={(one) => field.choices?.find(([choice]) => choice === one)?.[1] ?? one}
          find={amongChoices(field)}
          onChange={(values) => onChange(values.join(','))}
          describedBy={describedBy}
          invalid={!!fault}
        />
      )}
      {kind === 'day' && (
        <DateInput
          id={id}
          value={text}
          onChange={onChange}
          invalid={!!fault}
          {...(describedBy ? { describedBy } : {})}
        />
      )}
      {kind === 'choice' && (
        <select {...shared} className="field" value={text} onChange={(event) => onChange(event.target.value)}>
          <option value="">{handle.choose}</option>
          {field.choices?.map(([choice, name]) => (
            <option key={choice} value={choice}>
              {name}
            </option>
          ))}
        </select>
      )}
      {kind === 'long' && (
        <textarea
          {...shared}
          className="field"
          rows={3}
          value={text}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
      {kind === 'text' && (
        <input
          {...shared}
          className="field"
          autoComplete="off"
          value={text}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
      <Below id={id} help={help} fault={fault} />
    </div>
  );
}

function Below({
  id,
  help,
  fault,
}: {
  readonly id: string;
  readonly help?: string | undefined;
  readonly fault?: string | undefined;
}) {
  return (
    <>
      {help && (
        <span id={`${id}-help`} className="quiet">
          {help}
        </span>
      )}
      {fault && (
        <span id={`${id}-fault`} className="fault">
          {fault}
        </span>
      )}
    </>
  );
}

/** Without what was left empty; days as the API has them. */
function given(fields: readonly EntryField[], entry: Entry): Entry {
  const filled = fields.flatMap(({ name, kind }) => {
    const value = entry[name];
    if (value === undefined || value === '') return [];
    return [[name, kind === 'day' ? (typedDay(String(value)) ?? value) : value] as const];
  });
  return Object.fromEntries(filled);
}
