import { useId } from 'react';
import type { FieldSchema } from '../../task/form-schema.ts';
import { useDesign } from '../design-words.ts';
import { TextControl } from '../properties/text-control.tsx';
import type { FieldKind } from './field-kinds.ts';

type Limit = 'minLength' | 'maxLength' | 'minimum' | 'maximum' | 'minItems' | 'maxItems';

const limitsOf: Partial<Record<FieldKind | 'other', readonly Limit[]>> = {
  text: ['minLength', 'maxLength'],
  long: ['minLength', 'maxLength'],
  number: ['minimum', 'maximum'],
  integer: ['minimum', 'maximum'],
  many: ['minItems', 'maxItems'],
  agencies: ['minItems', 'maxItems'],
  people: ['minItems', 'maxItems'],
  texts: ['minItems', 'maxItems'],
  files: ['minItems', 'maxItems'],
  rows: ['minItems', 'maxItems'],
};

interface LimitsProps {
  readonly kind: FieldKind | 'other';
  readonly field: FieldSchema;
  readonly onField: (field: FieldSchema) => void;
}

/** How much a field takes at least and at most. */
export function Limits({ kind, field, onField }: LimitsProps) {
  const { design } = useDesign();
  const id = useId();
  const put = (limit: Limit, text: string) => {
    const { [limit]: _, ...rest } = field;
    const value = Number(text);
    onField(text.trim() === '' || !Number.isFinite(value) ? rest : { ...rest, [limit]: value });
  };
  return (
    <div className="row-actions">
      {(limitsOf[kind] ?? []).map((limit) => (
        <label key={limit} htmlFor={`${id}-${limit}`}>
          {design.form.limits[limit]}{' '}
          <TextControl
            shared={{ id: `${id}-${limit}` }}
            kind="text"
            value={field[limit] === undefined ? '' : String(field[limit])}
            onChange={(text) => put(limit, text)}
          />
        </label>
      ))}
    </div>
  );
}
