import { Link } from '@tanstack/react-router';
import type { Portrait } from '../../../api/portraits/portrait.schema.ts';
import { useSections } from '../dossiers/use-sections.ts';
import { useCatalogue } from '../ledgers/use-catalogue.ts';
import { dayText, today } from '../time/dates.ts';
import { useSpeaking } from '../words/words.tsx';
import { UnitFigures } from './unit-figures.tsx';

/** The dossier in brief, counts of the ledgers, and what the platform says of the unit or of those that the person heads. */
export function PortraitShown({ portrait }: { readonly portrait: Portrait }) {
  const { words } = useSpeaking();
  const { portrait: said, dossiers } = words;
  const { nameOf } = useSections();
  const { kind, id, name, unit, title, as, together, units, platform } = portrait;
  return (
    <>
      <div className="page-head">
        <Link to="/dossiers/$kind/$id" params={{ kind, id }}>
          {dossiers.title}
        </Link>
        <h1>
          {said.title} · {name}
        </h1>
        <span className="quiet">{[unit, title, id].filter(Boolean).join(' · ')}</span>
        <span className="chip plain">{dossiers.as[as]}</span>
      </div>
      <p className="quiet">{said.written}</p>
      <div className="stack">
        <Ledgers portrait={portrait} />
        {units.map((one) => (
          <UnitFigures key={one.unit} portrait={one} />
        ))}
        {!platform && <p className="quiet">{said.noPlatform}</p>}
        {platform && units.length === 0 && <p className="quiet">{said.headsNone}</p>}
        <Lines portrait={portrait} />
        {together.length > 0 && <p className="quiet">{dossiers.togetherOnly(together.map(nameOf).join(words.join))}</p>}
      </div>
    </>
  );
}

function Ledgers({ portrait: { kind, id, ledgers } }: { readonly portrait: Portrait }) {
  const { portrait: said } = useSpeaking().words;
  const catalogue = useCatalogue();
  return (
    <section className="panel">
      <h2>{said.ledgers}</h2>
      {ledgers.length === 0 && <p className="empty">{said.noLedgers}</p>}
      {ledgers.length > 0 && (
        <div className="scroller" role="region" aria-label={said.ledgers} tabIndex={0}>
          <table className="plain-table">
            <thead>
              <tr>
                {said.ledgerColumns.map((column) => (
                  <th scope="col" key={column}>
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {ledgers.map(({ kind: ledger, total, open, overdue }) => (
                <tr key={ledger}>
                  <th scope="row">
                    <Link
                      to="/ledgers/$kind"
                      params={{ kind: ledger }}
                      search={kind === 'unit' ? { unit: id } : { cadre: id }}
                    >
                      {catalogue.nameOf(ledger)}
                    </Link>
                  </th>
                  <td>{total}</td>
                  <td>{open}</td>
                  <td>{overdue > 0 ? <span className="chip late">{overdue}</span> : 0}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

function Lines({ portrait: { lines, sections } }: { readonly portrait: Portrait }) {
  const { words, language } = useSpeaking();
  const { portrait: said, dossiers } = words;
  const { nameOf } = useSections();
  return (
    <section className="panel">
      <h2>{said.lines(lines.length)}</h2>
      <ul className="row-actions counts">
        {sections.map((section) => (
          <li key={section} className="chip plain">
            {nameOf(section)} {lines.filter((line) => line.section === section).length}
          </li>
        ))}
      </ul>
      <ol className="dossier-lines">
        {lines.map((line) => (
          <li key={line.id}>
            <time dateTime={line.on}>{dayText(line.on, today(), language)}</time>
            <div>
              <p>
                <span className="chip plain">{nameOf(line.section)}</span>{' '}
                {line.form && <span className="chip plain">{dossiers.forms[line.form] ?? line.form}</span>} {line.text}
              </p>
              {line.case && (
                <p className="second-line">
                  <Link to="/cases/$id/$tab" params={{ id: line.case.id, tab: 'overview' }}>
                    {line.case.number ?? line.case.id}
                  </Link>
                </p>
              )}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
