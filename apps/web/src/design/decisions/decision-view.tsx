import { useDesign } from '../design-words.ts';
import { readDecisions } from './read-decisions.ts';
import type { Column, Table } from './read-decisions.ts';
import { VersionLinks } from './version-links.tsx';

interface DecisionViewProps {
  readonly code: string;
  readonly version: number | null;
  readonly xml: string;
  readonly versions: readonly { readonly version: number }[];
}

/** A published decision to read. */
export function DecisionView({ code, version, xml, versions }: DecisionViewProps) {
  const { design, words } = useDesign();
  const decisions = readDecisions(xml) ?? [];
  return (
    <>
      <div className="page-head">
        <h1>
          {design.list.kinds.decision} · {decisions.find(({ id }) => id === code)?.name ?? code}
        </h1>
        <code className="quiet">{code}</code>
        {version !== null && <span className="quiet">{words.cases.version(version)}</span>}
      </div>
      <VersionLinks code={code} versions={versions} />
      {decisions.map(({ id, name, logic }) => (
        <section key={id} className="panel decision" aria-label={name}>
          <h2>{name}</h2>
          {logic.kind === 'table' && <TableView name={name} table={logic} />}
          {logic.kind === 'expression' && <pre className="feel">{logic.text}</pre>}
          {logic.kind === 'other' && <p className="quiet">{design.decision.other(logic.name)}</p>}
        </section>
      ))}
    </>
  );
}

/** A decision table to read. */
export function TableView({ name, table }: { readonly name: string; readonly table: Table }) {
  const { design } = useDesign();
  const { inputs, outputs, rules, hitPolicy, aggregation } = table;
  return (
    <>
      <p className="quiet">
        {design.decision.policies[hitPolicy] ?? hitPolicy}
        {aggregation && ` · ${design.decision.aggregations[aggregation] ?? aggregation}`}
      </p>
      <div className="scroller" role="region" tabIndex={0} aria-label={design.decision.table(name)}>
        <table className="plain-table" aria-label={design.decision.table(name)}>
          <thead>
            <tr>
              <th scope="col">{design.table.number}</th>
              {inputs.map((column) => (
                <Heading key={column.id} column={column} side={design.decision.input} />
              ))}
              {outputs.map((column) => (
                <Heading key={column.id} column={column} side={design.decision.output} />
              ))}
              <th scope="col">{design.decision.note}</th>
            </tr>
          </thead>
          <tbody>
            {rules.map((rule, row) => (
              <tr key={rule.id}>
                <td className="number">{row + 1}</td>
                {[...rule.tests, ...rule.results].map((cell) => (
                  <td key={cell.id}>
                    <code>{cell.text}</code>
                  </td>
                ))}
                <td className="quiet">{rule.note}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function Heading({ column, side }: { readonly column: Column; readonly side: string }) {
  return (
    <th scope="col">
      <span className="quiet">{side}</span> {column.label}
      <div>
        <code className="quiet">{column.source}</code>
      </div>
    </th>
  );
}
