import type { Variables } from '../command.ts';
import { civilDateOf } from '../../domain/civil-date.ts';
import type { Element } from '../model.ts';
import { textIn } from '../scopes/evaluate.ts';
import { variablesOf } from '../scopes/variables.ts';
import type { Instance } from '../state.ts';
import type { Step } from '../step.ts';

/** A procedure that another agency owns: a case of its own; the call activity waits until it has ended. */
export function openTrack(step: Step, instance: Instance, element: Element, key: string): void {
  const { call } = element;
  const title = (call?.title ? textIn(step, instance.id, call.title) : null) ?? step.draft.case.title;
  const inputs: Variables = element.input ? (instance.variables ?? {}) : {};
  const variables = call?.allIn ? variablesOf(step, instance.id) : inputs;
  const childId = `${step.draft.case.caseId}-${step.draft.nextId('')}`;
  step.draft.children.add(childId, {
    childId,
    instance: instance.id,
    element: element.id,
    key,
    number: null,
    status: 'opening',
  });
  step.effect({
    kind: 'openChild',
    instanceId: instance.id,
    elementId: element.id,
    childId,
    key,
    ...(call?.version === undefined ? {} : { version: call.version }),
    title,
    startsOn: civilDateOf(step.now),
    variables,
  });
  step.journal('child-opening', { elementId: element.id }, { childId, key });
}
