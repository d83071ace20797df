import { useState } from 'react';
import { Dialog } from '../../parts/dialog.tsx';
import type { FormSchema } from '../../task/form-schema.ts';
import { useDesign } from '../design-words.ts';

interface FormSourceProps {
  readonly schema: FormSchema;
  readonly onChange: (schema: FormSchema) => void;
  readonly onClose: () => void;
}

/** The JSON Schema itself: for rules between fields, which have no editor of their own. */
export function FormSource({ schema, onChange, onClose }: FormSourceProps) {
  const { design, words } = useDesign();
  const [text, setText] = useState(() => JSON.stringify(schema, null, 2));
  const [refusal, setRefusal] = useState('');
  function take() {
    try {
      const read = JSON.parse(text) as FormSchema;
      if (typeof read !== 'object' || read === null || Array.isArray(read)) return setRefusal(design.form.noSchema);
      onChange({ ...read, properties: read.properties ?? {} });
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      setRefusal(`${design.form.noSchema} ${error.message}`);
    }
  }
  return (
    <Dialog
      title={design.form.source}
      onClose={onClose}
      wide
      actions={
        <>
          <button type="button" className="button" onClick={onClose}>
            {words.act.cancel}
          </button>
          <button type="button" className="button primary" onClick={take}>
            {design.form.take}
          </button>
        </>
      }
    >
      <textarea
        className="field feel"
        rows={22}
        spellCheck={false}
        aria-label={design.form.source}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <p role="alert" className="fault">
        {refusal}
      </p>
    </Dialog>
  );
}
