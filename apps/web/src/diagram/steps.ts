import type { Registry } from './bpmn.ts';

/** A step, event or gateway, as the text twin and the arrow keys need it. */
export interface Step {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly lane: string;
  readonly next: readonly string[];
  readonly previous: readonly string[];
  readonly basis: string;
}

const node = /^bpmn:(.*Task|.*Event|.*Gateway|SubProcess|CallActivity|Transaction|AdHocSubProcess)$/;

export const isStep = ({ type, labelTarget }: { readonly type: string; readonly labelTarget?: unknown }): boolean =>
  node.test(type) && labelTarget === undefined;

export function stepsOf(registry: Registry): Step[] {
  const lanes = new Map<string, string>();
  for (const { businessObject: lane } of registry.filter(({ type }) => type === 'bpmn:Lane')) {
    for (const { id } of lane.flowNodeRef ?? []) lanes.set(id, lane.name ?? '');
  }
  return registry
    .filter(isStep)
    .map(({ id, type, businessObject: { name = '', outgoing = [], incoming = [], documentation = [] } }) => ({
      id,
      type: type.replace('bpmn:', ''),
      name,
      lane: lanes.get(id) ?? '',
      next: outgoing.map(({ targetRef }) => targetRef.id),
      previous: incoming.map(({ sourceRef }) => sourceRef.id),
      basis: documentation.map(({ text = '' }) => text).join('\n'),
    }));
}
