import { useEffect, useRef } from 'react';
import { useWords } from '../words/words.tsx';
import { titleOfPath } from './form-schema.ts';
import type { FormSchema } from './form-schema.ts';
import { fieldId } from './field-props.ts';
import type { Faults } from './field-props.ts';

interface MistakesProps {
  readonly schema: FormSchema;
  readonly faults: Faults;
  /** Rises with every attempt to submit, so that the summary takes the focus again. */
  readonly times: number;
}

/** All that is to be corrected, each a link to its field. */
export function Mistakes({ schema, faults, times }: MistakesProps) {
  const { handle, colon } = useWords();
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (times > 0) element.current?.focus();
  }, [times]);
  if (faults.size === 0) return null;
  return (
    <div ref={element} className="mistakes" role="alert" tabIndex={-1}>
      <h3>{handle.mistakes(faults.size)}</h3>
      <ul>
        {[...faults].map(([path, message]) => (
          <li key={path}>
            <a
              href={`#${fieldId(path)}`}
              onClick={(event) => {
                event.preventDefault();
                document.getElementById(fieldId(path))?.focus();
              }}
            >
              {path === 'outcome' ? handle.outcome : titleOfPath(schema, path)}
              {colon}
              {message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
