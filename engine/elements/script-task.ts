import { writeLists } from '../cases/records.ts';
import type { Json } from '../command.ts';
import type { Element } from '../model.ts';
import { evaluateIn, textIn } from '../scopes/evaluate.ts';
import { setOwn, variablesOf, writeVariables } from '../scopes/variables.ts';
import type { Instance } from '../state.ts';
import type { Step } from '../step.ts';
import { goOn } from '../tokens/instances.ts';
import type { Enter } from './enter.ts';

/** The result goes to the result variable; with output mappings it stays local and they decide. */
export const enterScript: Enter = (step, instance, element) => {
  const { id } = instance;
  const { script } = element;
  if (script) {
    const { resultVariable } = script;
    const value = recorded(step, instance, element, evaluateIn(step, id, script.expression));
    if (resultVariable !== undefined && element.output) setOwn(step, id, { [resultVariable]: value });
    else if (resultVariable !== undefined) writeVariables(step, id, { [resultVariable]: value });
  }
  goOn(step, id, 'leave');
};

/** Lists of ld:records become records, the result among them; its elements then carry the ids of theirs. */
function recorded(step: Step, { id }: Instance, { id: elementId, script, laneAgency }: Element, result: Json): Json {
  const { records = [], resultVariable } = script ?? {};
  if (records.length === 0) return result;
  const own = resultVariable === undefined ? {} : { [resultVariable]: result };
  const from = { agency: textIn(step, id, laneAgency), elementId };
  const lists = writeLists(step, records, { ...variablesOf(step, id), ...own }, from);
  return (resultVariable === undefined ? undefined : lists[resultVariable]) ?? result;
}
