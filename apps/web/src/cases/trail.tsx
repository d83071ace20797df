import { useInfiniteQuery } from '@tanstack/react-query';
import { Reading } from '../parts/reading.tsx';
import { journalQuery } from '../server/queries.ts';
import { momentText, today } from '../time/dates.ts';
import { useSpeaking } from '../words/words.tsx';
import { TrailCheck } from './trail-check.tsx';

/** 留痕: the chain of what was done, link by link, and whether it holds. */
export function Trail({ caseId }: { readonly caseId: string }) {
  const { words, language } = useSpeaking();
  const query = useInfiniteQuery(journalQuery(caseId));
  const { title, columns, kinds, system, more } = words.trail;
  if (!query.data) return <Reading query={query} />;
  const links = query.data.pages.flatMap(({ items }) => items);
  return (
    <div className="stack">
      <TrailCheck caseId={caseId} />
      <div className="scroller" role="region" aria-label={title} tabIndex={0}>
        <table className="plain-table panel">
          <thead>
            <tr>
              <th scope="col">{columns.seq}</th>
              <th scope="col">{columns.at}</th>
              <th scope="col">{columns.act}</th>
              <th scope="col">{columns.actor}</th>
              <th scope="col">{columns.hash}</th>
            </tr>
          </thead>
          <tbody>
            {links.map(({ seq, at, kind, actor, actorName, canonical, previousHash, hash }) => (
              <tr key={seq}>
                <td className="number">{seq}</td>
                <td className="nowrap">{momentText(at, today(), language)}</td>
                <td className="nowrap">{kinds[kind] ?? kind}</td>
                <td className="nowrap">{actor === null ? system : (actorName ?? actor)}</td>
                <td>
                  <details className="hash">
                    <summary>
                      <code>{hash.slice(0, 12)}</code>
                    </summary>
                    <code className="link-text">
                      {previousHash && `${previousHash} → `}
                      {hash}
                    </code>
                    <pre className="link-text">{canonical}</pre>
                  </details>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {query.hasNextPage && (
        <p className="no-print">
          <button type="button" className="button" onClick={() => void query.fetchNextPage()}>
            {more}
          </button>
        </p>
      )}
    </div>
  );
}
