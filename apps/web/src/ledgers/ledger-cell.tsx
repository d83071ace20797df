import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { cadreQuery } from '../registry/registry.queries.ts';
import { useNames } from '../parts/names.ts';
import { addressOf } from '../server/call.ts';
import { directoryQuery } from '../server/queries.ts';
import { AttachmentName } from '../task/attachment-name.tsx';
import { dayText, today } from '../time/dates.ts';
import { isCivilDate } from '../../../../domain/civil-date.ts';
import { useSpeaking } from '../words/words.tsx';

interface LedgerCellProps {
  readonly value: unknown;
  readonly as: string;
  /** Path in the record: forms know what its codes mean. */
  readonly name: string;
}

/** A value of a record as its column says it is to be read. */
export function LedgerCell({ value, as, name }: LedgerCellProps) {
  const { words, language } = useSpeaking();
  const names = useNames();
  const { data } = useQuery(directoryQuery);
  if (value === undefined || value === null) return null;
  if (Array.isArray(value)) {
    return (
      <ul>
        {value.map((one, index) => (
          <li key={`${index} ${String(one)}`}>
            <LedgerCell value={one} as={as} name={name} />
          </li>
        ))}
      </ul>
    );
  }
  if (typeof value === 'number') return <>{value.toLocaleString(words.language.tag)}</>;
  if (typeof value === 'boolean') return <>{value ? words.value.yes : words.value.no}</>;
  if (typeof value === 'object') return <>{called(value as Record<string, unknown>)}</>;
  const text = typeof value === 'string' ? value : '';
  if (as === 'agency') return <>{names.agency(text)}</>;
  if (as === 'person') return <>{names.person(text)}</>;
  if (as === 'cadre') return <CadreName id={text} />;
  if (as === 'files')
    return (
      <a href={addressOf(`/attachments/${encodeURIComponent(text)}/content`).href}>
        <AttachmentName id={text} />
      </a>
    );
  if (as === 'day' && isCivilDate(text)) return <>{dayText(text, today(), language)}</>;
  return <>{data?.fields[name]?.labels?.[text] ?? text}</>;
}

const called = ({ name, title, id }: Record<string, unknown>): string =>
  [name, title, id].find((text): text is string => typeof text === 'string') ?? '';

function CadreName({ id }: { readonly id: string }) {
  const { data } = useQuery({ ...cadreQuery(id), retry: false });
  if (!data) return <>{id}</>;
  return (
    <Link to="/registry/cadres/$id" params={{ id }}>
      {data.name}
    </Link>
  );
}
