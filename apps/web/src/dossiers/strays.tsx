import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { StrayLineList } from '../../../api/dossiers/dossier.schema.ts';
import { cadres, units } from '../parts/finders.ts';
import { ServerAct } from '../parts/server-act.tsx';
import { dayText, today } from '../time/dates.ts';
import { useSpeaking } from '../words/words.tsx';
import { straysQuery } from './dossiers.queries.ts';
import { useSections } from './use-sections.ts';

type Stray = StrayLineList['items'][number];

/** Lines whose subject nobody has registered: the keeper says who was meant. */
export function Strays() {
  const { words, language } = useSpeaking();
  const { nameOf } = useSections();
  const { data } = useQuery(straysQuery);
  const [chosen, setChosen] = useState<Stray | null>(null);
  const { dossiers } = words;
  const { acts, columns, fields } = dossiers;
  if (!data) return null;
  return (
    <section className="panel">
      <h2>
        {dossiers.strays} <span className="quiet">{data.total}</span>
      </h2>
      <p className="quiet">{dossiers.straysAre}</p>
      <div className="scroller" role="region" aria-label={dossiers.strays} tabIndex={0}>
        <table className="plain-table card-table">
          <thead>
            <tr>
              {[columns.named, columns.text, columns.section, columns.case, columns.acts].map((title) => (
                <th key={title} scope="col">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {data.items.map((stray) => (
              <tr key={stray.id}>
                <td>{stray.named}</td>
                <td data-label={columns.text}>
                  {stray.text} <span className="quiet">{dayText(stray.on, today(), language)}</span>
                </td>
                <td data-label={columns.section}>{nameOf(stray.section)}</td>
                <td data-label={columns.case}>
                  {stray.case && (
                    <Link to="/cases/$id/$tab" params={{ id: stray.case.id, tab: 'overview' }}>
                      {stray.case.number ?? stray.case.id}
                    </Link>
                  )}
                </td>
                <td>
                  <button
                    type="button"
                    className="button small"
                    aria-label={`${acts.assign} ${stray.named ?? stray.text}`}
                    onClick={() => setChosen(stray)}
                  >
                    {acts.assign}
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {chosen && (
        <ServerAct
          area="dossiers"
          title={acts.assign}
          path={`/dossier-office/strays/${encodeURIComponent(chosen.id)}/assign`}
          fields={[
            {
              name: 'subject',
              label: fields.subject,
              kind: 'pick',
              find: chosen.kind === 'cadre' ? cadres : units,
              required: true,
            },
          ]}
          bodyOf={(entry) => ({ ...entry, kind: chosen.kind })}
          onClose={() => setChosen(null)}
        />
      )}
    </section>
  );
}
