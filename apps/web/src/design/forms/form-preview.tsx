import { useState } from 'react';
import { FormFields } from '../../task/form-fields.tsx';
import type { FormSchema, Values } from '../../task/form-schema.ts';
import { useDesign } from '../design-words.ts';

const noFaults = new Map<string, string>();

/** The form as whoever handles the step will see it; what is typed here goes nowhere. */
export function FormPreview({ schema }: { readonly schema: FormSchema }) {
  const { design } = useDesign();
  const [values, setValues] = useState<Values>({});
  return (
    <section className="panel" aria-label={design.form.preview}>
      <h2>{design.form.preview}</h2>
      <FormFields schema={schema} values={values} path="" faults={noFaults} caseId="" onChange={setValues} />
    </section>
  );
}
