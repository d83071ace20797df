import type { Rule } from '../../../../api/platform/rule.schema.ts';
import { TableView } from '../../design/decisions/decision-view.tsx';
import { readDecisions } from '../../design/decisions/read-decisions.ts';

/** What a rule says, to read: its expression or its table. */
export function RuleLogic({ rule: { name, feel, dmn } }: { readonly rule: Pick<Rule, 'name' | 'feel' | 'dmn'> }) {
  if (dmn === null) return <pre className="feel">{feel}</pre>;
  return readDecisions(dmn)?.map(({ id, logic }) =>
    logic.kind === 'table' ? (
      <TableView key={id} name={name} table={logic} />
    ) : (
      <pre key={id} className="feel">
        {logic.kind === 'expression' ? logic.text : logic.name}
      </pre>
    ),
  );
}
