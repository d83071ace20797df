import { useId } from 'react';
import type { ReactNode } from 'react';
import type { Defect } from '../server/problem.ts';
import { useWords } from '../words/words.tsx';

interface FieldProps {
  readonly id: string;
  readonly className: 'field';
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
}

interface FormItemProps {
  readonly label: string;
  /** How the server names the field; what it refuses of it stands here. */
  readonly path: string;
  readonly defects: readonly Defect[];
  readonly required?: boolean;
  readonly help?: string;
  readonly children: (field: FieldProps) => ReactNode;
}

/** One field of a form on a page: its label, what it is for and what is wrong with it. */
export function FormItem({ label, path, defects, required, help, children }: FormItemProps) {
  const { handle } = useWords();
  const id = useId();
  const wrong = defects.filter((defect) => defect.path === path || defect.path?.startsWith(`${path}.`));
  const invalid = wrong.length > 0;
  const described = [...(help ? [`${id}-help`] : []), ...(invalid ? [`${id}-fault`] : [])].join(' ');
  return (
    <div className="form-item">
      <label htmlFor={id}>
        {label}
        {required && <span className="must">{handle.required}</span>}
      </label>
      {children({
        id,
        className: 'field',
        'aria-describedby': described || undefined,
        'aria-invalid': invalid || undefined,
      })}
      {help && (
        <span id={`${id}-help`} className="quiet">
          {help}
        </span>
      )}
      {invalid && (
        <span id={`${id}-fault`} className="fault" role="alert">
          {wrong.map(({ message }) => message).join('；')}
        </span>
      )}
    </div>
  );
}

interface TextItemProps extends Omit<FormItemProps, 'children'> {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly readOnly?: boolean;
  readonly inputMode?: 'decimal';
  /** Id of a list of suggestions. */
  readonly list?: string | undefined;
}

/** A field of one line. */
export function TextItem({ value, onChange, readOnly, inputMode, list, ...item }: TextItemProps) {
  return (
    <FormItem {...item}>
      {(field) => (
        <input
          {...field}
          readOnly={readOnly}
          inputMode={inputMode}
          list={list}
          value={value}
          autoComplete="off"
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </FormItem>
  );
}

/** What is refused as a whole, or of fields that are not on the page. */
export function OtherFaults({ error, shown }: { readonly error: Error | null; readonly shown: readonly string[] }) {
  if (!error) return null;
  const defects = 'defects' in error ? (error.defects as readonly Defect[]) : [];
  const others = defects.filter(({ path }) => !shown.some((one) => path === one || path?.startsWith(`${one}.`)));
  return (
    <div role="alert" className="fault">
      <p>{error.message}</p>
      {others.map(({ path, message }) => (
        <p key={`${path} ${message}`}>{message}</p>
      ))}
    </div>
  );
}
