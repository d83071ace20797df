import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { usePageTitle } from '../frame/page-title.ts';
import { Loading } from '../parts/loading.tsx';
import { ProblemPanel } from '../parts/problem-panel.tsx';
import { useWords } from '../words/words.tsx';
import { Changes } from './changes.tsx';
import { DayRange } from './day-range.tsx';
import { NewCharge } from './new-entry.tsx';
import { CadreLinks, UnitLink } from './registry-rows.tsx';
import { unitQuery } from './registry.queries.ts';
import { UnitActs } from './unit-acts.tsx';
import { useRegistryWords } from './use-registry-words.ts';

const route = getRouteApi('/inside/registry/units/$id');

/** One unit: who leads it, who is in charge of it, and what it was before. */
export function UnitPage() {
  const { registry } = useWords();
  const words = useRegistryWords();
  const { id } = route.useParams();
  const { data: unit, error, refetch } = useQuery(unitQuery(id));
  const [giving, setGiving] = useState(false);
  usePageTitle(registry.title, unit?.name);
  if (error && !unit) return <ProblemPanel error={error} onRetry={() => void refetch()} />;
  if (!unit) return <Loading rows={8} />;
  const { sections, columns } = registry;
  return (
    <>
      <p>
        <Link to="/registry/$kind" params={{ kind: 'units' }}>
          ‹ {registry.kinds.units}
        </Link>
      </p>
      <div className="page-head">
        <h1>{unit.name}</h1>
        <span className="chip plain">{words.name('categories', unit.category)}</span>
        <span className="quiet">{unit.id}</span>
        {unit.mayKeep && <UnitActs unit={unit} />}
      </div>
      <p className={unit.group ? undefined : 'quiet'}>
        {columns.group}：{unit.group?.name ?? registry.noGroup}
      </p>
      {unit.until && (
        <p className="readonly">
          {registry.ended(words.name('endings', unit.endedAs), unit.until)}
          {unit.successor && (
            <>
              {' · '}
              {registry.heir} <UnitLink {...unit.successor} />
            </>
          )}
        </p>
      )}
      <div className="board-grid">
        <section className="panel">
          <h2>{sections.leaders}</h2>
          {unit.charges.length === 0 && <p className="quiet">—</p>}
          <ul>
            {unit.charges.map((charge) => (
              <li key={`${charge.id} ${charge.since}`}>
                <CadreLinks people={[{ ...charge, title: charge.matter }]} />
                <span className="quiet">
                  <DayRange {...charge} />
                </span>
              </li>
            ))}
          </ul>
          {unit.mayKeep && unit.until === null && (
            <button type="button" className="button small" onClick={() => setGiving(true)}>
              {registry.acts.give}
            </button>
          )}
        </section>
        <section className="panel">
          <h2>{sections.terms}</h2>
          <ul>
            {unit.terms.map((term) => (
              <li key={term.since} className="row-actions">
                <span className="nowrap">{term.since}</span>
                <span>{term.name}</span>
                <span className="quiet">
                  {[
                    words.name('categories', term.category),
                    term.superior && `${columns.superior} ${term.superior.name}`,
                    term.group && `${columns.group} ${term.group.name}`,
                    term.basis,
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </li>
            ))}
          </ul>
        </section>
        {unit.below.length > 0 && (
          <section className="panel">
            <h2>{sections.below}</h2>
            <ul>
              {unit.below.map((one) => (
                <li key={one.id}>
                  <UnitLink {...one} />
                </li>
              ))}
            </ul>
          </section>
        )}
        {unit.predecessors.length > 0 && (
          <section className="panel">
            <h2>{sections.predecessors}</h2>
            <ul>
              {unit.predecessors.map((one) => (
                <li key={one.id}>
                  <UnitLink {...one} /> <span className="quiet">{one.until && registry.until(one.until)}</span>
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
      <div className="stack">
        <section className="panel">
          <h2>{sections.incumbents}</h2>
          <div className="scroller" role="region" aria-label={sections.incumbents} tabIndex={0}>
            <table className="plain-table">
              <thead>
                <tr>
                  <th scope="col">{columns.person}</th>
                  <th scope="col">{columns.title}</th>
                  <th scope="col">{columns.standing}</th>
                  <th scope="col">{columns.rank}</th>
                  <th scope="col">{columns.since}</th>
                </tr>
              </thead>
              <tbody>
                {unit.posts.map((post) => (
                  <tr key={`${post.id} ${post.title} ${post.since}`}>
                    <td>
                      <CadreLinks people={[{ id: post.id, name: post.name }]} />
                    </td>
                    <td>{post.title}</td>
                    <td className="nowrap">{words.name('standings', post.standing)}</td>
                    <td className="nowrap">{words.name('ranks', post.rank)}</td>
                    <td className="nowrap">
                      <DayRange {...post} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </section>
        <Changes kind="units" id={id} />
      </div>
      {giving && <NewCharge unit={id} onClose={() => setGiving(false)} />}
    </>
  );
}
