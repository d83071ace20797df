import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { usePageTitle } from '../../frame/page-title.ts';
import { useNames } from '../../parts/names.ts';
import { Reading } from '../../parts/reading.tsx';
import { Problem } from '../../server/problem.ts';
import { dayOf, dayText, today } from '../../time/dates.ts';
import { useSpeaking } from '../../words/words.tsx';
import { batchesQuery, sendBatch, sourceQuery } from '../platform.queries.ts';
import { ChangeSource } from './change-source.tsx';
import { Quarantine } from './quarantine.tsx';
import { SourceChanges } from './source-changes.tsx';
import { SourceKey } from './source-key.tsx';

const route = getRouteApi('/inside/platform/sources/$id');

/** One source: what it may hold, its batches with their quality, rows that wait in quarantine. */
export function SourcePage() {
  const { words, language } = useSpeaking();
  const { platform } = words;
  const { id } = route.useParams();
  const names = useNames();
  const query = useQuery(sourceQuery(id));
  const batches = useQuery(batchesQuery(id));
  const { data } = query;
  usePageTitle(platform.title, data?.name);
  if (!data) return <Reading query={query} />;
  const titleOf = (name: string) => data.fields.find((field) => field.name === name)?.title ?? name;
  return (
    <>
      <div className="page-head">
        <Link to="/platform">{platform.title}</Link>
        <h1>{data.name}</h1>
      </div>
      <p className="purpose">{platform.agreed(names.agency(data.provider), data.purpose, data.level, data.cycle)}</p>
      {data.mayKeep && <ChangeSource source={data} />}
      {data.mayKeep && <SourceKey source={data} />}
      {data.mayKeep && <Bring id={id} />}
      <div className="stack">
        <section className="panel">
          <h2>{platform.batches}</h2>
          {!batches.data && <Reading query={batches} />}
          {batches.data?.total === 0 && <p className="empty">{platform.noBatches}</p>}
          {batches.data && batches.data.total > 0 && (
            <div className="scroller" role="region" aria-label={platform.batches} tabIndex={0}>
              <table className="plain-table">
                <thead>
                  <tr>
                    {platform.batchColumns.map((column) => (
                      <th scope="col" key={column}>
                        {column}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {batches.data.items.map(({ id: batch, name, via, quality, receivedAt, receivedBy }) => (
                    <tr key={batch}>
                      <th scope="row">
                        {name} <span className="quiet">{platform.via[via]}</span>
                      </th>
                      <td className="nowrap">{dayText(dayOf(receivedAt), today(), language)}</td>
                      <td>{names.person(receivedBy)}</td>
                      <td>{quality.rows}</td>
                      <td>{quality.accepted}</td>
                      <td>{quality.superseded}</td>
                      <td>{quality.unchanged}</td>
                      <td>{quality.quarantined}</td>
                      <td>
                        {platform.faults(quality.faults.map((fault) => ({ ...fault, field: titleOf(fault.field) })))}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )}
        </section>
        <section className="panel">
          <h2>{platform.quarantine}</h2>
          <Quarantine source={data} />
        </section>
        <SourceChanges id={id} />
      </div>
    </>
  );
}

function Bring({ id }: { readonly id: string }) {
  const { platform } = useSpeaking().words;
  const queries = useQueryClient();
  const bring = useMutation({
    mutationFn: (file: File) => sendBatch(id, file),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['platform'] }),
  });
  const defects = bring.error instanceof Problem ? bring.error.defects : [];
  return (
    <section className="panel">
      <label className="row-actions">
        {platform.bring}
        <input
          type="file"
          accept=".xlsx,.csv"
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            if (file) bring.mutate(file);
          }}
        />
      </label>
      {bring.error && (
        <div role="alert">
          <p className="fault">{bring.error.message}</p>
          <ul className="mistakes">
            {defects.map(({ message }, index) => (
              <li key={`${index} ${message}`}>{message}</li>
            ))}
          </ul>
        </div>
      )}
      {bring.data && (
        <p role="status">{bring.data.repeated ? platform.repeated : platform.taken(bring.data.quality)}</p>
      )}
    </section>
  );
}
