import { useId } from 'react';
import type { Defect } from '../../server/problem.ts';
import { useDesign } from '../design-words.ts';
import type { Subject } from './binding.ts';
import type { Field } from './field.ts';
import { NamedControl } from './named-control.tsx';
import { TextControl } from './text-control.tsx';

interface FieldRowProps {
  readonly subject: Subject;
  readonly field: Field;
  readonly faults: readonly Defect[];
}

/** One property: its name, its control, what it means and what the compiler says against it. */
export function FieldRow({ subject, field, faults }: FieldRowProps) {
  const { design } = useDesign();
  const id = useId();
  const { name, control, binding } = field;
  const label = design.fields[name as keyof typeof design.fields];
  const hint = design.hints[name];
  const value = binding.get(subject);
  const change = (next: string) => {
    if (next !== binding.get(subject)) binding.set(subject, next);
  };
  const described = [hint ? `${id}-hint` : '', faults.length > 0 ? `${id}-fault` : ''].filter(Boolean).join(' ');
  const shared = {
    id,
    ...(described ? { 'aria-describedby': described } : {}),
    ...(faults.length > 0 ? { 'aria-invalid': true as const } : {}),
  };
  if (control.kind === 'switch') {
    return (
      <div className="form-item">
        <label className="switch">
          <input
            {...shared}
            type="checkbox"
            checked={value === 'true'}
            onChange={(event) => change(String(event.target.checked))}
          />
          {label}
        </label>
        <Told id={id} hint={hint} faults={faults} />
      </div>
    );
  }
  return (
    <div className="form-item">
      <label htmlFor={id}>{label}</label>
      {control.kind === 'choice' && (
        <select {...shared} className="field" value={value} onChange={(event) => change(event.target.value)}>
          {[...new Set([...control.values, value])].map((one) => (
            <option key={one} value={one}>
              {design.choices[name]?.[one] ?? one}
            </option>
          ))}
        </select>
      )}
      {control.kind === 'named' && (
        <NamedControl shared={shared} from={control.from} orFeel={control.orFeel} value={value} onChange={change} />
      )}
      {(control.kind === 'text' || control.kind === 'area' || control.kind === 'feel') && (
        <TextControl shared={shared} kind={control.kind} value={value} onChange={change} />
      )}
      {control.kind === 'suggested' && (
        <TextControl
          shared={shared}
          kind="text"
          value={value}
          onChange={change}
          suggestions={control.from(subject.sketch)}
        />
      )}
      <Told id={id} hint={hint} faults={faults} />
    </div>
  );
}

function Told({
  id,
  hint,
  faults,
}: {
  readonly id: string;
  readonly hint?: string | undefined;
  readonly faults: readonly Defect[];
}) {
  return (
    <>
      {hint && (
        <span id={`${id}-hint`} className="quiet hint">
          {hint}
        </span>
      )}
      {faults.length > 0 && (
        <span id={`${id}-fault`} className="fault">
          {faults.map(({ message }) => message).join('；')}
        </span>
      )}
    </>
  );
}
