import { useQuery } from '@tanstack/react-query';
import type { RegistryChange } from '../../../api/registry/registry.schema.ts';
import { momentText, today } from '../time/dates.ts';
import { useSpeaking } from '../words/words.tsx';
import { changesQuery } from './registry.queries.ts';

/** Who changed what, when and why: the latest first. */
export function Changes({ kind, id }: { readonly kind: 'units' | 'cadres'; readonly id: string }) {
  const { words, language } = useSpeaking();
  const { registry } = words;
  const { data } = useQuery(changesQuery(kind, id));
  if (!data || data.items.length === 0) return null;
  return (
    <section className="panel">
      <h2>{registry.sections.changes}</h2>
      <ul className="opinions">
        {data.items.map((change) => (
          <li key={change.id}>
            <p className="row-actions">
              <span className="nowrap">{momentText(change.at, today(), language)}</span>
              <span>{change.byName}</span>
              <strong>{registry.changeActs[change.act] ?? change.act}</strong>
              {change.reason && <span>{change.reason}</span>}
            </p>
            <Difference change={change} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What it was and what it became, as it was recorded. */
function Difference({ change: { before, after } }: { readonly change: RegistryChange }) {
  const { words } = useSpeaking();
  return (
    <details>
      <summary>{words.registry.sections.what}</summary>
      <dl className="facts">
        {Object.keys(after).map((field) => (
          <div key={field} className="fact-row">
            <dt>{field}</dt>
            <dd>
              {before && <del>{shown(before[field])}</del>} <ins>{shown(after[field])}</ins>
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

function shown(value: unknown): string {
  if (value === null || value === undefined) return '—';
  if (typeof value === 'string') return value;
  return JSON.stringify(value, null, 1)
    .replaceAll(/[{}"[\]]/g, '')
    .trim();
}
