import type { ReactNode } from 'react';
import { useWords } from '../words/words.tsx';
import { faultProps } from './field-props.ts';
import type { FieldProps } from './field-props.ts';

/** The field's name and whether it has to be filled in, in words. */
export function Title({ field, path, required }: Pick<FieldProps, 'field' | 'path' | 'required'>): ReactNode {
  const { handle } = useWords();
  return (
    <>
      {field.title ?? path}
      {required && <span className="must">{handle.required}</span>}
    </>
  );
}

export function Fault(props: Pick<FieldProps, 'path' | 'faults'>) {
  const fault = props.faults.get(props.path);
  return fault === undefined ? null : (
    <span id={faultProps(props)['aria-describedby']} className="fault">
      {fault}
    </span>
  );
}
