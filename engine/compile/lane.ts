import { choiceOf, ld } from './attributes.ts';
import type { LaneRule } from './compilation.ts';
import type { Expressions } from './expressions.ts';
import { childOf, childrenOf, idOf, textOf, type Moddle } from './moddle.ts';
import type { Report } from './report.ts';

/** Flow node id → its innermost lane's agency and name; what stands in a sub-process stands in the sub-process's lane. */
export function lanesOf(process: Moddle, expressions: Expressions, report: Report): ReadonlyMap<string, LaneRule> {
  const rules = new Map<string, LaneRule>();
  const visitLane = (lane: Moddle, outer: LaneRule): void => {
    const agency = expressions.value(ld(lane, 'agency'), { elementId: idOf(lane), path: 'ld:agency' }) ?? outer.agency;
    const name = textOf(lane, 'name') ?? outer.name;
    const sees = choiceOf(lane, 'sees', ['own', 'all'], report) ?? outer.sees;
    const rule = { ...(agency ? { agency } : {}), ...(name ? { name } : {}), ...(sees ? { sees } : {}) };
    for (const node of childrenOf(lane, 'flowNodeRef')) rules.set(idOf(node), rule);
    for (const inner of childrenOf(childOf(lane, 'childLaneSet'), 'lanes')) visitLane(inner, rule);
  };
  const visitScope = (scope: Moddle): void => {
    const outer = rules.get(idOf(scope)) ?? {};
    for (const node of childrenOf(scope, 'flowElements')) if (outer.name ?? outer.agency) rules.set(idOf(node), outer);
    for (const set of childrenOf(scope, 'laneSets')) {
      for (const lane of childrenOf(set, 'lanes')) visitLane(lane, outer);
    }
    for (const node of childrenOf(scope, 'flowElements')) visitScope(node);
  };
  visitScope(process);
  return rules;
}
