import type { Instant } from '../../domain/time.ts';
import { advance } from '../advance.ts';
import type { CaseEnvironment } from '../advance.types.ts';
import type { Command, ModelRef, Rulebook } from '../command.ts';
import { Draft } from '../draft.ts';
import type { JournalEntry } from '../effect.ts';
import { FeelError } from '../feel/feel.ts';
import { mappingOf } from '../migration/mapping.ts';
import type { GivenMapping } from '../migration/mapping.ts';
import { newId } from '../migration/move-instances.ts';
import { moveTasks } from '../migration/move-tasks.ts';
import type { ProcessModel } from '../model.ts';
import type { CaseState } from '../state.ts';
import { Step } from '../step.ts';
import { Stuck } from '../stuck.ts';

/** What would be different. */
export interface Hypothesis {
  /** Other periods, ladders or calendars, as a roll-out would bring them. */
  readonly rulebook?: Rulebook;
  /** Another version, with every case of these moved to it. */
  readonly version?: { readonly to: ModelRef; readonly model: ProcessModel; readonly mapping: GivenMapping };
}

export interface Imagined {
  readonly after: CaseState;
  /** Facts of the steps that were imagined: which clock moved, and why. */
  readonly entries: readonly JournalEntry[];
  /** Elements with an open task that have no place in the version. */
  readonly unmapped: readonly string[];
}

type Asked = Command & { readonly kind: 'rulebookChanged' };

/** The clocks and tasks of a case as they would be; nothing of it happens. Null where an expression of the version cannot be evaluated. */
export function imagine(
  environment: CaseEnvironment,
  state: CaseState,
  { rulebook, version }: Hypothesis,
  now: Instant,
): Imagined | null {
  const rules = rulebook ?? environment.rulebook;
  const asked: Asked = {
    id: 'what-if',
    bodyHash: '',
    actor: null,
    receivedAt: now,
    kind: 'rulebookChanged',
    rulebook: rules,
  };
  const planned = rulebook ? advance(environment, state, asked, now) : { state, entries: [] };
  if (!version) return { after: planned.state, entries: planned.entries, unmapped: [] };
  const step = new Step({ ...environment, rulebook: rules }, new Draft(planned.state), asked, now);
  try {
    const unmapped = moveTo(step, version);
    return { after: step.draft.result(), entries: [...planned.entries, ...step.entries], unmapped };
  } catch (cause) {
    if (cause instanceof Stuck || cause instanceof FeelError) return null;
    throw cause;
  }
}

/** Open tasks alone are moved: where the rest of the case would stand is the migration's to say. */
function moveTo(step: Step, { to, model, mapping: given }: NonNullable<Hypothesis['version']>): readonly string[] {
  const { case: current, tasks, instances } = step.draft;
  const unmapped: string[] = [];
  step.addModel(to, model);
  const live = tasks.rows().filter(({ status }) => status === 'open' || status === 'suspended');
  for (const ref of new Set(live.map((task) => task.ref))) {
    if (ref === to || step.model(ref).key !== model.key) continue;
    const mapping = mappingOf(step.model(ref), model, given);
    const moved = live
      .filter((task) => task.ref === ref)
      .filter(({ element }) => {
        const found = 'element' in mapping.target(element);
        if (!found) unmapped.push(element);
        return found;
      });
    if (current.model === ref) current.model = to;
    for (const id of new Set(moved.map(({ instance }) => instance))) {
      const instance = instances.edit(id);
      instance.ref = to;
      instance.element = newId(mapping, instance.element);
    }
    moveTasks(
      step,
      moved.map(({ instance }) => instance),
      to,
      mapping,
    );
  }
  return unmapped;
}
