import type { Json } from '../command.ts';
import type { ProcessModel } from '../model.ts';
import type { Step } from '../step.ts';
import { evaluateIn } from './evaluate.ts';
import { setOwn } from './variables.ts';

/** Data objects are variables of their process, called or not; one with a value of its own starts with it unless it is given. */
export function fillDataObjects(step: Step, processId: string, model: ProcessModel): void {
  const { variables } = step.draft.instances.need(processId);
  const initial: Record<string, Json> = {};
  for (const [name, value] of Object.entries(model.dataObjects)) {
    if (value && variables?.[name] === undefined) initial[name] = evaluateIn(step, processId, value);
  }
  if (Object.keys(initial).length > 0) setOwn(step, processId, initial);
}
