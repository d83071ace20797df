import type { Json, Variables } from '../command.ts';
import type { Element } from '../model.ts';
import { evaluateIn } from '../scopes/evaluate.ts';
import { mapped } from '../scopes/mappings.ts';
import type { Instance } from '../state.ts';
import type { Step } from '../step.ts';
import { markOutward } from '../tasks/trail.ts';
import { nameOf } from './listen.ts';

/** The message goes out through the shell; what it carries are the event's own mappings or inputs, nothing else. */
export function throwMessage(step: Step, instance: Instance, element: Element): void {
  const { event } = element;
  const { id, ref, variables } = instance;
  if (event?.kind !== 'message') return;
  const name = nameOf(step, id, element);
  const own: Variables = element.input ? (variables ?? {}) : {};
  const carried = event.variables ? mapped(step, id, event.variables) : own;
  const correlation: Record<string, Json> = {};
  const keys = event.correlation ?? step.model(ref).correlations[name] ?? {};
  for (const [key, source] of Object.entries(keys)) correlation[key] = evaluateIn(step, id, source, carried);
  markOutward(step, instance);
  step.effect({ kind: 'throwMessage', name, correlation, variables: carried });
  step.journal('message-thrown', { elementId: element.id }, { name, correlation });
}
