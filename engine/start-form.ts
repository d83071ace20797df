import type { Element, ProcessModel } from './model.ts';

/** The form of the start event that a case opened by hand begins at: the one named, else the first none start event. */
export function startFormOf(
  { children, elements }: ProcessModel,
  startEventId?: string,
): Pick<Element, 'form' | 'formVersion'> {
  const starts = children.map((id) => elements[id]).filter((element) => element?.kind === 'startEvent');
  const begun = starts.find((start) =>
    startEventId === undefined ? (start?.event?.kind ?? 'none') === 'none' : start?.id === startEventId,
  );
  return begun ?? {};
}
