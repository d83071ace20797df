import type { Instance } from '../state.ts';
import type { Step } from '../step.ts';
import type { ModelMapping } from './mapping.ts';

export interface Unmapped {
  readonly elementId: string;
  readonly reason: string;
}

/** Everything that stands somewhere in the old version and has no place in the new one. */
export function unmappedOf(step: Step, ref: string, mapping: ModelMapping): readonly Unmapped[] {
  const moving = step.draft.instances.rows().filter((instance) => instance.ref === ref);
  const nodes = moving
    .filter(({ kind }) => kind !== 'process')
    .flatMap((instance) => placeless(step, instance, mapping));
  const joins = moving.flatMap(({ joins: held = {} }) =>
    Object.entries(held).flatMap(([join, flows]) => [
      ...reasonOf(mapping, join),
      ...Object.keys(flows)
        .filter((flow) => mapping.flow(flow) === null)
        .map((flow) => ({ elementId: flow, reason: '新版本中没有对应的顺序流' })),
    ]),
  );
  const known = new Set<string>();
  return [...nodes, ...joins].filter(({ elementId }) => !known.has(elementId) && known.add(elementId));
}

function placeless(step: Step, { element, parent }: Instance, mapping: ModelMapping): Unmapped[] {
  const target = mapping.target(element);
  if ('reason' in target) return [{ elementId: element, reason: target.reason }];
  const scope = scopeElement(step, parent, mapping);
  if (scope === null || target.element.scope === scope) return [];
  return [{ elementId: element, reason: '新版本中对应的节点在另一个子流程中' }];
}

/** The new id of the process or sub-process that contains the instance; null where that is unmapped itself. */
function scopeElement(step: Step, parentId: string | null, mapping: ModelMapping): string | null {
  if (parentId === null) return null;
  const parent = step.draft.instances.need(parentId);
  if (parent.kind === 'process') return mapping.to.key;
  if (parent.kind === 'body') return scopeElement(step, parent.parent, mapping);
  const target = mapping.target(parent.element);
  return 'element' in target ? target.element.id : null;
}

function reasonOf(mapping: ModelMapping, elementId: string): Unmapped[] {
  const target = mapping.target(elementId);
  return 'reason' in target ? [{ elementId, reason: target.reason }] : [];
}
