import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import '../../look/design.css';
import { NotFound } from '../../frame/not-found.tsx';
import { mayDesign } from '../../frame/pages.ts';
import { usePageTitle } from '../../frame/page-title.ts';
import { Reading } from '../../parts/reading.tsx';
import { meQuery } from '../../server/queries.ts';
import { useDesign } from '../design-words.ts';
import { versionsQuery } from '../design.queries.ts';
import { DefinitionTrail } from './definition-trail.tsx';
import { VersionRow } from './version-row.tsx';

const route = getRouteApi('/inside/design/$key/versions');

/** 各版本: which one rules and will, who published it, how many cases run by each; compare, withdraw, try. */
export function VersionsPage() {
  const { design } = useDesign();
  const { key } = route.useParams();
  const navigate = useNavigate();
  const query = useQuery(versionsQuery(key));
  const { data: me } = useQuery(meQuery);
  const [from, setFrom] = useState<number | null>(null);
  const [to, setTo] = useState<number | null>(null);
  const { data } = query;
  const name = data?.items[0]?.name ?? key;
  usePageTitle(design.version.title, name);
  if (!data) return <Reading query={query} />;
  if (data.items.length === 0) return <NotFound />;
  const roles = me?.roles ?? [];
  const rights = {
    draw: roles.includes('designer'),
    withdraw: roles.some((role) => role === 'designer' || role === 'supervisor'),
    migrate: mayDesign(roles),
    trail: roles.some((role) => ['designer', 'supervisor', 'cdi.head', 'auditadmin'].includes(role)),
  };
  const numbers = data.items.map(({ version }) => version);
  const [older, newer] = [from ?? numbers[1] ?? 1, to ?? numbers[0] ?? 1];
  return (
    <>
      <div className="page-head">
        <h1>
          {design.version.title} · {name}
        </h1>
        <code className="quiet">{key}</code>
        <span className="spring row-actions">
          {rights.draw && (
            <Link to="/design/$key" params={{ key }} activeOptions={{ exact: true }} className="button">
              {design.version.edit}
            </Link>
          )}
          {rights.draw && (
            <Link to="/design/$key/scenarios" params={{ key }} className="button">
              {design.more.scenarios}
            </Link>
          )}
          {rights.migrate && (
            <Link to="/design/$key/migrate" params={{ key }} className="button">
              {design.more.migrate}
            </Link>
          )}
        </span>
      </div>
      <div className="scroller sheet" role="region" tabIndex={0} aria-label={design.version.title}>
        <table className="plain-table card-table" aria-label={design.version.title}>
          <thead>
            <tr>
              <th scope="col">{design.version.columns.version}</th>
              <th scope="col">{design.version.columns.state}</th>
              <th scope="col">{design.version.columns.validFrom}</th>
              <th scope="col">{design.version.columns.published}</th>
              <th scope="col">{design.version.columns.cases}</th>
              <th scope="col">{design.version.columns.acts}</th>
            </tr>
          </thead>
          <tbody>
            {data.items.map((version) => (
              <VersionRow key={version.version} version={version} rights={rights} />
            ))}
          </tbody>
        </table>
      </div>
      {numbers.length > 1 && (
        <form
          className="row-actions compare-form"
          onSubmit={(event) => {
            event.preventDefault();
            void navigate({
              to: '/design/$key/versions/$version',
              params: { key, version: String(older) },
              search: { compare: String(newer) },
            });
          }}
        >
          <VersionSelect label={design.version.from} numbers={numbers} value={older} onChange={setFrom} />
          <VersionSelect label={design.version.to} numbers={numbers} value={newer} onChange={setTo} />
          <button type="submit" className="button">
            {design.version.compare}
          </button>
        </form>
      )}
      {rights.trail && <DefinitionTrail code={key} />}
    </>
  );
}

interface VersionSelectProps {
  readonly label: string;
  readonly numbers: readonly number[];
  readonly value: number;
  readonly onChange: (version: number) => void;
}

function VersionSelect({ label, numbers, value, onChange }: VersionSelectProps) {
  const { words } = useDesign();
  return (
    <label>
      {label}{' '}
      <select className="field inline" value={value} onChange={(event) => onChange(Number(event.target.value))}>
        {numbers.map((one) => (
          <option key={one} value={one}>
            {words.cases.version(one)}
          </option>
        ))}
      </select>
    </label>
  );
}
