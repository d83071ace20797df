import type { Json, Variables } from '../command.ts';
import { evaluate } from '../feel/feel.ts';
import type { Expression, Value } from '../model.ts';
import type { Step } from '../step.ts';
import { ledgerContext } from './ledger.ts';
import { periodContext } from './periods.ts';
import { variablesOf } from './variables.ts';

/** The value of an expression as the instance sees the case; throws FeelError. `extra` lies over the variables. */
export function evaluateIn(step: Step, instanceId: string, expression: Expression, extra?: Variables): Json {
  const { names } = step.modelOf(step.draft.instances.need(instanceId));
  const seen = variablesOf(step, instanceId);
  const given = givenTo(step, expression);
  const context = extra || given ? { ...given, ...seen, ...extra } : seen;
  return evaluate(expression.feel, context, { now: step.now, names });
}

/** What the engine gives besides the variables, to expressions that ask for it. */
function givenTo(step: Step, { feel }: Expression): Variables | null {
  const ledger = feel.includes('ledger') ? { ledger: ledgerContext(step.draft.case.ledger) } : null;
  return feel.includes('periods') ? { ...ledger, periods: periodContext(step.rulebook.periods) } : ledger;
}

function valueIn(step: Step, instanceId: string, value: Value, extra?: Variables): Json {
  return 'constant' in value ? value.constant : evaluateIn(step, instanceId, value, extra);
}

/** As text; null where there is nothing. */
export function textIn(step: Step, instanceId: string, value: Value | undefined): string | null {
  const found = value ? valueIn(step, instanceId, value) : null;
  if (found === null || found === '') return null;
  return typeof found === 'object' ? JSON.stringify(found) : String(found);
}

/** A list of texts: a FEEL list, or names separated by commas. */
export function textsIn(step: Step, instanceId: string, value: Value | undefined): string[] {
  const found = value ? valueIn(step, instanceId, value) : null;
  const parts = typeof found === 'string' ? found.split(',') : Array.isArray(found) ? found : [found];
  return parts
    .filter((part): part is string | number => typeof part === 'string' || typeof part === 'number')
    .map((part) => String(part).trim())
    .filter((part) => part !== '');
}

export function holds(step: Step, instanceId: string, condition: Expression): boolean {
  return evaluateIn(step, instanceId, condition) === true;
}
