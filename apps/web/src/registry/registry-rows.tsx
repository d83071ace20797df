import { Link } from '@tanstack/react-router';
import type { PortfolioRow, RegisteredCadre, RegisteredUnit } from '../../../api/registry/registry.schema.ts';
import { DayRange } from './day-range.tsx';
import { useWords } from '../words/words.tsx';
import { useRegistryWords } from './use-registry-words.ts';

interface Named {
  readonly id: string;
  readonly name: string;
  readonly title?: string;
}

export function CadreLinks({ people }: { readonly people: readonly Named[] }) {
  return (
    <ul>
      {people.map(({ id, name, title }) => (
        <li key={id}>
          <Link to="/registry/cadres/$id" params={{ id }}>
            {name}
          </Link>{' '}
          <span className="quiet">{title}</span>
        </li>
      ))}
    </ul>
  );
}

export function UnitLink({ id, name }: Named) {
  return (
    <Link to="/registry/units/$id" params={{ id }}>
      {name}
    </Link>
  );
}

export function UnitRows({ rows }: { readonly rows: readonly RegisteredUnit[] }) {
  const { registry } = useWords();
  const words = useRegistryWords();
  const { columns, kinds } = registry;
  return (
    <div className="scroller" role="region" aria-label={kinds.units} tabIndex={0}>
      <table className="plain-table panel card-table">
        <thead>
          <tr>
            <th scope="col">{columns.name}</th>
            <th scope="col">{columns.category}</th>
            <th scope="col">{columns.superior}</th>
            <th scope="col">{columns.group}</th>
            <th scope="col">{columns.heads}</th>
            <th scope="col">{columns.leaders}</th>
            <th scope="col" className="number">
              {columns.cadres}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((unit) => (
            <tr key={unit.id}>
              <td>
                <UnitLink {...unit} />
                <div className="second-line">
                  {unit.id}
                  {unit.until && ` · ${registry.ended(words.name('endings', unit.endedAs), unit.until)}`}
                </div>
              </td>
              <td className="nowrap" data-label={columns.category}>
                {words.name('categories', unit.category)}
              </td>
              <td data-label={columns.superior}>{unit.superior && <UnitLink {...unit.superior} />}</td>
              <td data-label={columns.group}>{unit.group?.name}</td>
              <td data-label={columns.heads}>
                <CadreLinks people={unit.heads} />
              </td>
              <td data-label={columns.leaders}>
                <CadreLinks people={unit.leaders} />
              </td>
              <td className="number" data-label={columns.cadres}>
                {unit.cadres}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

export function CadreRows({ rows }: { readonly rows: readonly RegisteredCadre[] }) {
  const { registry } = useWords();
  const words = useRegistryWords();
  const { columns, kinds } = registry;
  return (
    <div className="scroller" role="region" aria-label={kinds.cadres} tabIndex={0}>
      <table className="plain-table panel card-table">
        <thead>
          <tr>
            <th scope="col">{columns.person}</th>
            <th scope="col">{columns.title}</th>
            <th scope="col">{columns.rank}</th>
            <th scope="col">{columns.standing}</th>
            <th scope="col">{columns.level}</th>
            <th scope="col">{columns.since}</th>
            <th scope="col" className="number">
              {columns.charges}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((cadre) => {
            const [post] = cadre.posts;
            return (
              <tr key={cadre.id}>
                <td>
                  <Link to="/registry/cadres/$id" params={{ id: cadre.id }}>
                    {cadre.name}
                  </Link>
                  <div className="second-line nowrap">{cadre.id}</div>
                </td>
                <td data-label={columns.title}>
                  {cadre.posts.map(({ unit, title }) => (
                    <div key={`${unit.id} ${title}`}>
                      <UnitLink {...unit} /> {title}
                    </div>
                  ))}
                  {cadre.until && (
                    <span className="quiet">{registry.left(words.name('leavings', cadre.leftAs), cadre.until)}</span>
                  )}
                </td>
                <td className="nowrap" data-label={columns.rank}>
                  {post && words.name('ranks', post.rank)}
                </td>
                <td className="nowrap" data-label={columns.standing}>
                  {post && words.name('standings', post.standing)}
                </td>
                <td className="nowrap" data-label={columns.level}>
                  {words.name('levels', cadre.managedBy)}
                </td>
                <td className="nowrap" data-label={columns.since}>
                  {post?.since}
                </td>
                <td className="number" data-label={columns.charges}>
                  {cadre.charges || ''}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

export function PortfolioRows({ rows }: { readonly rows: readonly PortfolioRow[] }) {
  const { registry } = useWords();
  const { columns, kinds } = registry;
  return (
    <div className="scroller" role="region" aria-label={kinds.portfolios} tabIndex={0}>
      <table className="plain-table panel card-table">
        <thead>
          <tr>
            <th scope="col">{columns.leader}</th>
            <th scope="col">{columns.unit}</th>
            <th scope="col">{columns.matter}</th>
            <th scope="col">{columns.since}</th>
            <th scope="col">{columns.basis}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ leader, unit, matter, basis, ...span }) => (
            <tr key={`${leader.id} ${unit.id} ${span.since}`}>
              <td>
                <CadreLinks people={[leader]} />
              </td>
              <td data-label={columns.unit}>
                <UnitLink {...unit} />
              </td>
              <td data-label={columns.matter}>{matter}</td>
              <td className="nowrap" data-label={columns.since}>
                <DayRange {...span} />
              </td>
              <td data-label={columns.basis}>{basis}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
