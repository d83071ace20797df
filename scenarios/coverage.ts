import type { JournalEntry } from '../engine/effect.ts';
import type { ProcessModel } from '../engine/model.ts';
import type { CaseState } from '../engine/state.ts';

/** How much of one procedure scenarios have walked. */
export interface Covered {
  readonly key: string;
  readonly flows: readonly string[];
  readonly elements: readonly string[];
  readonly missedFlows: readonly string[];
  readonly missedElements: readonly string[];
}

const passage: ReadonlySet<string> = new Set(['element-entered', 'element-left']);

/** Elements reached and flows taken, told by the journal; flows are named "key/flow" (engine-definitions.ts). */
export class Coverage {
  readonly #flows = new Set<string>();
  readonly #elements = new Set<string>();

  note(
    models: Readonly<Record<string, ProcessModel>>,
    { instances, model }: CaseState,
    entries: readonly JournalEntry[],
  ) {
    const loaded = new Set([model, ...Object.values(instances).map(({ ref }) => ref)]);
    for (const { kind, elementId, data } of entries) {
      if (!passage.has(kind) || elementId === undefined) continue;
      const flows = data?.['flows'];
      if (Array.isArray(flows)) for (const flow of flows) this.#flows.add(String(flow));
      // Which procedure an element without flows belongs to, its instance says; where it is gone, whichever has it.
      const instance = data?.['instanceId'];
      const ref = typeof instance === 'string' ? instances[instance]?.ref : undefined;
      for (const one of ref === undefined ? loaded : [ref]) {
        if (models[one]?.elements[elementId]) this.#elements.add(`${one}/${elementId}`);
      }
    }
  }

  add(other: Coverage): void {
    for (const flow of other.#flows) this.#flows.add(flow);
    for (const element of other.#elements) this.#elements.add(element);
  }

  of(model: ProcessModel): Covered {
    const flows = Object.values(model.flows);
    const taken = flows.filter(({ id }) => this.#flows.has(id));
    const touched = new Set(taken.flatMap(({ from, to }) => [from, to]));
    const isReached = (id: string): boolean => touched.has(id) || this.#elements.has(`${model.key}@1/${id}`);
    const elements = Object.keys(model.elements);
    const own = (id: string): string => id.slice(model.key.length + 1);
    return {
      key: model.key,
      flows: taken.map(({ id }) => own(id)),
      elements: elements.filter(isReached),
      missedFlows: flows.filter(({ id }) => !this.#flows.has(id)).map(({ id }) => own(id)),
      missedElements: elements.filter((id) => !isReached(id)),
    };
  }
}
