import { Link } from '@tanstack/react-router';
import { useDesign } from '../design-words.ts';
import type { Named } from './field.ts';
import { TextControl } from './text-control.tsx';
import type { SharedProps } from './text-control.tsx';
import { useNamed } from './use-named.ts';

interface NamedControlProps {
  readonly shared: SharedProps;
  readonly from: Named;
  readonly orFeel?: true | undefined;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

const feel = '=';

/** One of a list that the server keeps; where it may be worked out, an expression instead. */
export function NamedControl({ shared, from, orFeel, value, onChange }: NamedControlProps) {
  const { design } = useDesign();
  const options = useNamed(from);
  const isFeel = value.startsWith('=');
  const known = options.some(({ key }) => key === value);
  return (
    <>
      <select
        {...shared}
        className="field"
        value={isFeel ? feel : value}
        onChange={(event) => onChange(event.target.value === feel ? '= ' : event.target.value)}
      >
        <option value="">{design.unset[from]}</option>
        {value !== '' && !isFeel && !known && <option value={value}>{value}</option>}
        {options.map(({ key, label }) => (
          <option key={key} value={key}>
            {label}
          </option>
        ))}
        {(orFeel || isFeel) && <option value={feel}>{design.byFeel}</option>}
      </select>
      {isFeel && (
        <TextControl
          shared={{ ...shared, id: `${shared.id}-feel` }}
          kind="feel"
          value={value}
          label={design.expression}
          onChange={(next) => onChange(next.startsWith('=') || next === '' ? next : `=${next}`)}
        />
      )}
      {from === 'forms' && value !== '' && (
        <Link to="/design/forms/$key" params={{ key: value }} target="_blank">
          {design.seeForm}
        </Link>
      )}
    </>
  );
}
