import { useId, useState } from 'react';
import { useDesign } from '../design-words.ts';
import { TextControl } from '../properties/text-control.tsx';
import { withExpression, withName, withPolicy } from './change-columns.ts';
import type { Decision } from './read-decisions.ts';
import { TableEditor } from './table-editor.tsx';
import { TryDecision } from './try-decision.tsx';

interface OneDecisionProps {
  readonly decision: Decision;
  readonly xml: string;
  readonly wrong: ReadonlySet<string>;
  readonly onChange: (xml: string) => void;
}

const policies = ['UNIQUE', 'FIRST', 'ANY', 'PRIORITY', 'COLLECT', 'RULE ORDER', 'OUTPUT ORDER'];
const aggregations = ['', 'SUM', 'MIN', 'MAX', 'COUNT'];

/** One decision of the document: its name, how its rules are taken, the table itself, and a way to try it. */
export function OneDecision({ decision, xml, wrong, onChange }: OneDecisionProps) {
  const { design } = useDesign();
  const id = useId();
  const [trying, setTrying] = useState(false);
  const { name, logic } = decision;
  return (
    <section className="panel decision" aria-label={name}>
      <div className="row-actions">
        <label htmlFor={`${id}-name`}>{design.fields.name}</label>
        <TextControl
          shared={{ id: `${id}-name` }}
          kind="text"
          value={name}
          onChange={(text) => onChange(withName(xml, decision.id, text))}
        />
        <code className="quiet">{decision.id}</code>
        {logic.kind === 'table' && (
          <>
            <label>
              {design.decision.policy}{' '}
              <select
                className="field inline"
                value={logic.hitPolicy}
                onChange={(event) => onChange(withPolicy(xml, decision.id, event.target.value, logic.aggregation))}
              >
                {policies.map((one) => (
                  <option key={one} value={one}>
                    {design.decision.policies[one]}
                  </option>
                ))}
              </select>
            </label>
            {logic.hitPolicy === 'COLLECT' && (
              <label>
                {design.decision.aggregation}{' '}
                <select
                  className="field inline"
                  value={logic.aggregation}
                  onChange={(event) => onChange(withPolicy(xml, decision.id, 'COLLECT', event.target.value))}
                >
                  {aggregations.map((one) => (
                    <option key={one} value={one}>
                      {design.decision.aggregations[one]}
                    </option>
                  ))}
                </select>
              </label>
            )}
          </>
        )}
        <button type="button" className="button" aria-expanded={trying} onClick={() => setTrying(!trying)}>
          {design.decision.try}
        </button>
      </div>
      {logic.kind === 'table' && (
        <TableEditor id={decision.id} name={name} table={logic} xml={xml} wrong={wrong} onChange={onChange} />
      )}
      {logic.kind === 'expression' && (
        <TextControl
          shared={{ id: `cell-${decision.id}` }}
          label={design.expression}
          kind="feel"
          value={logic.text}
          onChange={(text) => onChange(withExpression(xml, decision.id, text))}
        />
      )}
      {logic.kind === 'other' && <p className="quiet">{design.decision.other(logic.name)}</p>}
      {trying && <TryDecision decision={decision} xml={xml} />}
    </section>
  );
}
