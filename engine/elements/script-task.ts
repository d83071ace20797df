import { evaluateIn } from '../scopes/evaluate.ts';
import { setOwn, writeVariables } from '../scopes/variables.ts';
import { goOn } from '../tokens/instances.ts';
import type { Enter } from './enter.ts';

/** The result goes to the result variable; with output mappings it stays local and they decide. */
export const enterScript: Enter = (step, { id }, element) => {
  const { script } = element;
  if (script) {
    const value = evaluateIn(step, id, script.expression);
    const { resultVariable } = script;
    if (resultVariable !== undefined && element.output) setOwn(step, id, { [resultVariable]: value });
    else if (resultVariable !== undefined) writeVariables(step, id, { [resultVariable]: value });
  }
  goOn(step, id, 'leave');
};
