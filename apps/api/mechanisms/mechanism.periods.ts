import { defaultLadderOf } from '../../../domain/ladder.ts';
import type { Ladder, Period } from '../../../domain/period.ts';
import { ruleOf } from '../../../domain/period-rule.ts';
import type { Element } from '../../../engine/model.ts';
import type { PublishedModel } from './mechanism.queries.ts';
import type { MechanismPeriod } from './mechanism.schema.ts';

interface Rules {
  readonly periods: Readonly<Record<string, Period>>;
  readonly ladders: Readonly<Record<string, Ladder>>;
}

/** The periods of procedures in the order of their steps, each once with all its steps. */
export function periodsOf(models: readonly PublishedModel[], rules: Rules): MechanismPeriod[] {
  const steps = models.flatMap(({ name, children, elements }) =>
    inOrder(children, elements).flatMap((element) =>
      keysIn(element, rules.periods).map((key) => ({
        key,
        step: { procedure: name, elementId: element.id, name: element.name ?? element.id },
      })),
    ),
  );
  return [...Map.groupBy(steps, ({ key }) => key)].flatMap(([key, some]) => {
    const period = rules.periods[key];
    return period ? [{ ...shown(period, rules.ladders), steps: some.map(({ step }) => step) }] : [];
  });
}

/** As the document has them, each scope's own after it. */
function inOrder(children: readonly string[], elements: PublishedModel['elements']): readonly Element[] {
  return children.flatMap((id) => {
    const element = elements[id];
    return element ? [element, ...inOrder(element.children ?? [], elements)] : [];
  });
}

/** Keys that stand in the document; of an expression those periods that it names, with what it puts before them: "jy.result-" + extent. */
function keysIn({ task, event }: Element, periods: Rules['periods']): readonly string[] {
  const timer = event?.kind === 'timer' ? event.period : undefined;
  const constant = task?.period ?? (timer && 'constant' in timer ? timer.constant : undefined);
  if (constant !== undefined) return [constant];
  const feel = task?.chosenPeriod?.feel ?? (timer && 'feel' in timer ? timer.feel : undefined) ?? '';
  const named = [...feel.matchAll(/"([^"]+)"/g)].map(([, text = '']) => text);
  return Object.keys(periods)
    .toSorted()
    .filter((key) => named.some((text) => key === text || isBeginning(text, key)));
}

const isBeginning = (text: string, key: string): boolean =>
  text.includes('.') && /[-.]$/.test(text) && key.startsWith(text);

function shown(period: Period, ladders: Rules['ladders']): Omit<MechanismPeriod, 'steps'> {
  const { key, name, value, fallback, unit, start, clock, basis, confidence } = period;
  const rule = ruleOf(period);
  const ladder = ladders[period.ladder ?? (rule ? defaultLadderOf(rule) : '')];
  const top = Math.max(0, ...(ladder?.rungs ?? []).map(({ level }) => level));
  return {
    key,
    name,
    value: value ?? fallback ?? null,
    unit,
    before: period.before ?? false,
    start,
    clock,
    basis,
    confidence,
    upTo: Math.min(top, period.upTo ?? top),
  };
}
