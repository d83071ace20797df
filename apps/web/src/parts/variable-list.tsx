import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { ReactNode } from 'react';
import type { Fields } from '../../../api/directory/directory.schema.ts';
import { addressOf } from '../server/call.ts';
import { directoryQuery, fieldsQuery } from '../server/queries.ts';
import { AttachmentName } from '../task/attachment-name.tsx';
import { isCivilDate } from '../../../../domain/civil-date.ts';
import { longDayText } from '../time/dates.ts';
import { useSpeaking } from '../words/words.tsx';
import { useNames } from './names.ts';

type Values = Readonly<Record<string, unknown>>;

/** What the engine keeps for itself. */
const inner = /^(outcome|ledger|loopCounter|nrOf\w+Instances|.*_outcome)$/;

/** As the server makes them for what is uploaded. */
const fileId = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

interface VariableListProps {
  readonly variables: Values;
  readonly caseId: string;
}

const isEmpty = (value: unknown): boolean =>
  value === null || value === '' || (Array.isArray(value) && value.length === 0);

/** The case's own forms say what its data is called; all forms where it has none for it. */
export function useFields(caseId: string): Fields | undefined {
  const { data: own } = useQuery(fieldsQuery(caseId));
  const { data: all } = useQuery(directoryQuery);
  return useMemo(() => own && all && { ...all.fields, ...own }, [own, all]);
}

/** Data by the names that the forms give it, what has none is the machine's own; agencies, dates and codes as words. */
export function VariableList({ variables, caseId }: VariableListProps) {
  const { words } = useSpeaking();
  const fields = useFields(caseId);
  const shown = Object.entries(variables).filter(
    ([name, value]) => fields?.[name] && !inner.test(name) && !isEmpty(value),
  );
  if (!fields) return null;
  if (shown.length === 0) return <p className="quiet">{words.cases.noFacts}</p>;
  return (
    <dl className="facts">
      {shown.map(([name, value]) => (
        <FactRow key={name} name={fields[name]?.title ?? name}>
          <VariableValue name={name} value={value} fields={fields} caseId={caseId} />
        </FactRow>
      ))}
    </dl>
  );
}

function FactRow({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

function FileLink({ id }: { readonly id: string }) {
  return (
    <a href={addressOf(`/attachments/${encodeURIComponent(id)}/content`).href}>
      <AttachmentName id={id} />
    </a>
  );
}

interface VariableValueProps {
  readonly name: string;
  readonly value: unknown;
  readonly fields: Fields;
  readonly caseId: string;
}

function VariableValue({ name, value, fields, caseId }: VariableValueProps) {
  const { words, language } = useSpeaking();
  const names = useNames();
  if (value === null || value === undefined) return <>{words.value.empty}</>;
  if (typeof value === 'boolean') return <>{value ? words.value.yes : words.value.no}</>;
  if (typeof value === 'number') return <>{value.toLocaleString(words.language.tag)}</>;
  if (typeof value === 'string') {
    if (isCivilDate(value)) return <>{longDayText(value, language)}</>;
    if (fileId.test(value)) return <FileLink id={value} />;
    const label = fields[name]?.labels?.[value];
    const agency = names.agency(value);
    const role = names.role(value);
    return <>{label ?? (agency !== value ? agency : role !== value ? role : names.person(value))}</>;
  }
  if (Array.isArray(value)) {
    if (value.every((item) => typeof item !== 'object'))
      return (
        <>
          {value.map((item: unknown, index) => (
            <span key={String(item)}>
              {index > 0 && words.join}
              <VariableValue name={name} value={item} fields={fields} caseId={caseId} />
            </span>
          ))}
        </>
      );
    return (
      <details>
        <summary>{words.value.items(value.length)}</summary>
        {value.map((item: unknown, index) => (
          <div key={`${name} ${String(index)}`} className="panel">
            <VariableValue name={name} value={item} fields={fields} caseId={caseId} />
          </div>
        ))}
      </details>
    );
  }
  return <VariableList variables={value as Values} caseId={caseId} />;
}
