import { useQuery } from '@tanstack/react-query';
import { momentText, today } from '../time/dates.ts';
import { useSpeaking } from '../words/words.tsx';
import { looksQuery } from './dossiers.queries.ts';
import { useSections } from './use-sections.ts';

/** Who has looked, when, by which right and for what: for those who answer for the dossier. */
export function Looks({ kind, id }: { readonly kind: string; readonly id: string }) {
  const { words, language } = useSpeaking();
  const { nameOf } = useSections();
  const { dossiers } = words;
  const { data } = useQuery(looksQuery(kind, id));
  if (!data) return null;
  return (
    <section className="panel">
      <h2>
        {dossiers.looks} <span className="quiet">{data.total}</span>
      </h2>
      <div className="scroller" role="region" aria-label={dossiers.looks} tabIndex={0}>
        <table className="plain-table card-table">
          <thead>
            <tr>
              {[dossiers.columns.when, dossiers.columns.who, dossiers.columns.right, dossiers.columns.read].map(
                (title) => (
                  <th key={title} scope="col">
                    {title}
                  </th>
                ),
              )}
            </tr>
          </thead>
          <tbody>
            {data.items.map((look) => (
              <tr key={look.id}>
                <td className="nowrap">{momentText(look.at, today(), language)}</td>
                <td data-label={dossiers.columns.who}>
                  {look.person.name}
                  {look.with && ` ${dossiers.with(look.with.name)}`}
                </td>
                <td data-label={dossiers.columns.right}>
                  {dossiers.as[look.as as 'subject' | 'keeper' | 'grant'] ?? look.as}
                  {look.purpose && <div className="second-line">{look.purpose}</div>}
                </td>
                <td data-label={dossiers.columns.read}>
                  {dossiers.lineCount(look.lines)}
                  <div className="second-line">{look.sections.map(nameOf).join(words.join)}</div>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
