import { useQuery } from '@tanstack/react-query';
import type { DataField, SourceChange } from '../../../../api/platform/source.schema.ts';
import { useNames } from '../../parts/names.ts';
import { dayOf, dayText, today } from '../../time/dates.ts';
import type { Words } from '../../words/zh.ts';
import { useSpeaking } from '../../words/words.tsx';
import { sourceChangesQuery } from '../platform.queries.ts';

/** What the entry said before, who changed it and why. */
export function SourceChanges({ id }: { readonly id: string }) {
  const { words, language } = useSpeaking();
  const { source } = words;
  const names = useNames();
  const { data } = useQuery(sourceChangesQuery(id));
  if (!data || data.total === 0) return null;
  const told = (value: SourceChange['after'][string] | undefined) =>
    Array.isArray(value) ? value.map((column) => columnText(column, source)).join('；') : value;
  return (
    <section className="panel">
      <h2>{source.changes(data.total)}</h2>
      <ul>
        {data.items.map(({ at, by, before, after, reason }) => (
          <li key={at}>
            {dayText(dayOf(at), today(), language)} {names.person(by)}{' '}
            {Object.entries(after).map(([field, value]) => (
              <span key={field}>
                {fieldIn(source, field)} <del>{told(before[field])}</del> <ins>{told(value)}</ins>{' '}
              </span>
            ))}
            <span className="quiet">{reason}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** 金额（数字，必填，0–100）. */
function columnText({ title, type, required, codes, min, max }: DataField, { types, must }: Words['source']): string {
  const bounds = min === undefined && max === undefined ? [] : [`${min ?? ''}–${max ?? ''}`];
  const said = [types[type], ...(required ? [must] : []), ...(codes ? [codes.join('、')] : []), ...bounds];
  return `${title}（${said.join('，')}）`;
}

const named = ['name', 'purpose', 'level', 'cycle', 'tolerance', 'fields'] as const;
const fieldIn = (words: Readonly<Record<(typeof named)[number], string>>, field: string): string => {
  const known = named.find((one) => one === field);
  return known ? words[known] : field;
};
