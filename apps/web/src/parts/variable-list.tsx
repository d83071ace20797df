import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { directoryQuery } from '../server/queries.ts';
import { isCivilDate } from '../../../../domain/civil-date.ts';
import { longDayText } from '../time/dates.ts';
import { useSpeaking } from '../words/words.tsx';
import { useNames } from './names.ts';

type Values = Readonly<Record<string, unknown>>;

/** What the engine keeps for itself. */
const inner = /^(outcome|ledger|loopCounter|nrOf\w+Instances|.*_outcome)$/;

/** Data by the names that the forms give it; agencies, dates and codes as words. */
export function VariableList({ variables }: { readonly variables: Values }) {
  const { words } = useSpeaking();
  const { data } = useQuery(directoryQuery);
  const shown = Object.entries(variables).filter(
    ([name, value]) => !inner.test(name) && value !== null && value !== '',
  );
  if (shown.length === 0) return <p className="quiet">{words.cases.noFacts}</p>;
  return (
    <dl className="facts">
      {shown.map(([name, value]) => (
        <FactRow key={name} name={data?.fields[name]?.title ?? name}>
          <VariableValue name={name} value={value} />
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

function VariableValue({ name, value }: { readonly name: string; readonly value: unknown }) {
  const { words, language } = useSpeaking();
  const names = useNames();
  const { data } = useQuery(directoryQuery);
  if (value === null || value === undefined) return <>{words.value.empty}</>;
  if (typeof value === 'boolean') return <>{value ? words.value.yes : words.value.no}</>;
  if (typeof value === 'number') return <>{value.toLocaleString(words.language.tag)}</>;
  if (typeof value === 'string') {
    if (isCivilDate(value)) return <>{longDayText(value, language)}</>;
    const label = data?.fields[name]?.labels?.[value];
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
              <VariableValue name={name} value={item} />
            </span>
          ))}
        </>
      );
    return (
      <details>
        <summary>{words.value.items(value.length)}</summary>
        {value.map((item: unknown, index) => (
          <div key={`${name} ${String(index)}`} className="panel">
            <VariableValue name={name} value={item} />
          </div>
        ))}
      </details>
    );
  }
  return <VariableList variables={value as Values} />;
}
