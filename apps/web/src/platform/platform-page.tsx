import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Sources } from '../../../api/platform/source.schema.ts';
import { usePageTitle } from '../frame/page-title.ts';
import { useNames } from '../parts/names.ts';
import { Reading } from '../parts/reading.tsx';
import { dayOf, dayText, today } from '../time/dates.ts';
import { useSpeaking } from '../words/words.tsx';
import { DoubtTable } from './rules/doubt-table.tsx';
import { indicatorsQuery, sourcesQuery } from './platform.queries.ts';
import { useMayKeepPlatform } from './may-keep.ts';
import { RuleTable } from './rules/rule-table.tsx';

/** 监督信息平台: where data comes from and how good it is, what is computed of it, what that warns of. */
export function PlatformPage() {
  const { platform, mechanisms, indicator, source, rule, ecology, fourForms, petitions, portrait } =
    useSpeaking().words;
  const mayKeep = useMayKeepPlatform();
  // Whoever may not see the one may see none of them, and is told so once.
  const sources = useQuery(sourcesQuery);
  usePageTitle(platform.title);
  return (
    <>
      <div className="page-head">
        <Link to="/mechanisms/$key" params={{ key: 'M6' }}>
          {mechanisms.title}
        </Link>
        <h1>{platform.title}</h1>
      </div>
      <p className="row-actions">
        <Link className="button" to="/platform/ecology">
          {ecology.title}
        </Link>
        <Link className="button" to="/four-forms">
          {fourForms.title}
        </Link>
        <Link className="button" to="/petitions">
          {petitions.title}
        </Link>
        <Link className="button" to="/dossiers">
          {portrait.title}
        </Link>
      </p>
      {sources.data ? (
        <div className="stack">
          <section className="panel">
            <h2>{platform.doubts}</h2>
            <p className="quiet">{platform.doubtNote}</p>
            <DoubtTable />
          </section>
          <section className="panel">
            <h2>{platform.rules}</h2>
            <RuleTable />
            {mayKeep && (
              <p className="row-actions">
                <Link className="button" to="/platform/rule-form">
                  {rule.create}
                </Link>
              </p>
            )}
          </section>
          <section className="panel">
            <h2>{platform.indicators}</h2>
            <IndicatorList />
            {mayKeep && (
              <p className="row-actions">
                <Link className="button" to="/platform/indicator-form">
                  {indicator.create}
                </Link>
              </p>
            )}
          </section>
          <section className="panel">
            <h2>{platform.sources}</h2>
            <SourceTable list={sources.data} />
            {mayKeep && (
              <p className="row-actions">
                <Link className="button" to="/platform/source-form">
                  {source.create}
                </Link>
              </p>
            )}
          </section>
        </div>
      ) : (
        <Reading query={sources} />
      )}
    </>
  );
}

function IndicatorList() {
  const { platform } = useSpeaking().words;
  const query = useQuery(indicatorsQuery);
  if (!query.data) return <Reading query={query} />;
  if (query.data.total === 0) return <p className="empty">{platform.noIndicators}</p>;
  return (
    <ul>
      {query.data.items.map(({ key, name, version }) => (
        <li key={key}>
          <Link to="/platform/indicators/$key" params={{ key }}>
            {name}
          </Link>{' '}
          <span className="quiet">v{version}</span>
        </li>
      ))}
    </ul>
  );
}

function SourceTable({ list }: { readonly list: Sources }) {
  const { words, language } = useSpeaking();
  const { platform } = words;
  const names = useNames();
  if (list.total === 0) return <p className="empty">{platform.noSources}</p>;
  return (
    <div className="scroller" role="region" aria-label={platform.sources} tabIndex={0}>
      <table className="plain-table">
        <thead>
          <tr>
            {platform.sourceColumns.map((column) => (
              <th scope="col" key={column}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {list.items.map((source) => (
            <tr key={source.id}>
              <th scope="row">
                <Link to="/platform/sources/$id" params={{ id: source.id }}>
                  {source.name}
                </Link>
              </th>
              <td>{names.agency(source.provider)}</td>
              <td>{source.purpose}</td>
              <td className="nowrap">{source.cycle}</td>
              <td>{source.rows}</td>
              <td>{source.quarantined > 0 ? <span className="chip late">{source.quarantined}</span> : 0}</td>
              <td className="nowrap">
                {source.lastBatchAt === null ? platform.never : dayText(dayOf(source.lastBatchAt), today(), language)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
