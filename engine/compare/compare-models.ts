import type { Json } from '../command.ts';
import { mappingOf } from '../migration/mapping.ts';
import type { Element, ElementKind, Flow, ProcessModel } from '../model.ts';
import { changesBetween } from './difference.ts';
import type { Change } from './difference.ts';

interface ElementSeen {
  readonly elementId: string;
  readonly kind: ElementKind;
  readonly name: string | null;
}
interface FlowSeen {
  readonly flowId: string;
  readonly name: string | null;
  readonly from: string;
  readonly to: string;
}

/** What differs between two versions of a procedure: in what it does, not in how it is drawn. */
export interface ModelDifference {
  readonly same: boolean;
  readonly process: readonly Change[];
  readonly elements: {
    readonly added: readonly ElementSeen[];
    readonly removed: readonly ElementSeen[];
    /** `was`: its id in the other version, where a migration would find it by its name. */
    readonly changed: readonly (ElementSeen & { readonly was?: string; readonly changes: readonly Change[] })[];
  };
  readonly flows: {
    readonly added: readonly FlowSeen[];
    readonly removed: readonly FlowSeen[];
    readonly changed: readonly (FlowSeen & { readonly changes: readonly Change[] })[];
  };
}

/** Elements are the same that a migration without a mapping would take for the same: by id, else by a name that is unique. */
export function compareModels(from: ProcessModel, to: ProcessModel): ModelDifference {
  const pairs = pairsOf(from, to);
  const kept = new Set(pairs.values());
  const process = changesBetween(ownOf(from), ownOf(to));
  const elements = {
    added: Object.values(to.elements)
      .filter(({ id }) => !pairs.has(id))
      .map(seen),
    removed: Object.values(from.elements)
      .filter(({ id }) => !kept.has(id))
      .map(seen),
    changed: [...pairs].flatMap(([id, was]) => changedElement(from.elements[was], to.elements[id])),
  };
  const flows = compareFlows(from, to);
  const lists = [process, ...Object.values(elements), ...Object.values(flows)];
  return { same: lists.every((list) => list.length === 0), process, elements, flows };
}

/** New id → old id. */
function pairsOf(from: ProcessModel, to: ProcessModel): ReadonlyMap<string, string> {
  const { target } = mappingOf(from, to, {});
  const pairs = new Map<string, string>();
  for (const id of Object.keys(from.elements)) {
    const found = to.elements[id] ?? elementIn(target(id));
    if (found && (found.id === id || !from.elements[found.id])) pairs.set(found.id, id);
  }
  return pairs;
}

const elementIn = (target: ReturnType<ReturnType<typeof mappingOf>['target']>): Element | undefined =>
  'element' in target ? target.element : undefined;

function changedElement(
  old: Element | undefined,
  element: Element | undefined,
): ModelDifference['elements']['changed'] {
  if (!old || !element) return [];
  const changes = changesBetween(contentOf(old), contentOf(element));
  const renamed = old.id === element.id ? {} : { was: old.id };
  if (changes.length === 0 && old.id === element.id) return [];
  return [{ ...seen(element), ...renamed, changes }];
}

/** Flows and contents have lists of their own. */
function contentOf({ id: _id, incoming: _in, outgoing: _out, children: _children, ...content }: Element): Json {
  return content as unknown as Json;
}

/** What the process has besides its elements; the names that its expressions may see follow from the rest. */
function ownOf({
  elements: _e,
  flows: _f,
  children: _c,
  names: _n,
  format: _v,
  decisions,
  ...own
}: ProcessModel): Json {
  const versions = Object.fromEntries(Object.entries(decisions).map(([key, { version }]) => [key, version ?? null]));
  return { ...own, decisions: versions } as unknown as Json;
}

function compareFlows(from: ProcessModel, to: ProcessModel): ModelDifference['flows'] {
  const [before, after] = [Object.values(from.flows), Object.values(to.flows)];
  return {
    added: after.filter(({ id }) => !from.flows[id]).map(seenFlow),
    removed: before.filter(({ id }) => !to.flows[id]).map(seenFlow),
    changed: after.flatMap((flow) => {
      const old = from.flows[flow.id];
      const changes = old ? changesBetween({ ...old } as unknown as Json, { ...flow } as unknown as Json) : [];
      return changes.length > 0 ? [{ ...seenFlow(flow), changes }] : [];
    }),
  };
}

const seen = ({ id, kind, name }: Element): ElementSeen => ({ elementId: id, kind, name: name ?? null });
const seenFlow = ({ id, name, from, to }: Flow): FlowSeen => ({ flowId: id, name: name ?? null, from, to });
