import type { Element, Flow, ProcessModel } from '../model.ts';
import { indexOf } from '../model-index.ts';
import type { Instance } from '../state.ts';
import type { Step } from '../step.ts';
import { aheadOf, standingIn, type Held, type Rewinding } from './rewind.ts';

/** What of a rewinding stays alive: a living token, or one that waits in a join. */
type Kept = Instance | Held;

/** One way out of a fork, and whether something alive has come by it. */
interface Branch {
  readonly flow: Flow;
  readonly holds: (one: Kept) => boolean;
}

/**
 * The same way back with every branch kept but the token's own. Each fork between the target and the token then sends
 * nothing over the flows of the branches that are alive, so that none is doubled. Null where that cannot be promised:
 * the way from the target to the fork has a choice, or a branch cannot be told from the token's own.
 */
export function keepingBranches(step: Step, rewinding: Rewinding, tokenId: string): Rewinding | null {
  const { scope, target, affected, taken } = rewinding;
  const token = affected.find(({ id }) => id === tokenId);
  if (!token) return null;
  const model = step.modelOf(scope);
  const stops = standingIn(step, scope);
  const onTheWay = aheadOf(model, [target], { stops, itself: true });
  // What an event of an activity has set going stands beside the way: the event itself makes the next one.
  const others = affected.filter(({ id, element }) => id !== tokenId && onTheWay.has(element));
  const absorbed: Flow[] = [];
  let rest: readonly Kept[] = [...others, ...taken];
  for (let from = target; rest.length > 0;) {
    const branches = forkAfter(model, from, stops);
    const own = branches?.filter((branch) => branch.holds(token)) ?? [];
    const [mine] = own;
    if (!branches || !mine || own.length > 1) return null;
    if (rest.some((one) => branches.filter((branch) => branch.holds(one)).length !== 1)) return null;
    const kept = branches.filter((branch) => branch !== mine && rest.some((one) => branch.holds(one)));
    absorbed.push(...kept.map(({ flow }) => flow));
    rest = rest.filter((one) => mine.holds(one));
    const next = model.elements[mine.flow.to];
    if (!next || (rest.length > 0 && stops.has(next.id))) return null;
    from = next;
  }
  const starts = absorbed.map(({ to }) => model.elements[to]).filter((one) => one !== undefined);
  const untouched = new Set([...absorbed.map(({ to }) => to), ...aheadOf(model, starts, { stops })]);
  return { ...rewinding, affected: [token], taken: [], absorbed: absorbed.map(({ id }) => id), untouched };
}

/** The branches of the first fork after an element that every token comes to; null where the way there has a choice. */
function forkAfter(model: ProcessModel, from: Element, stops: ReadonlySet<string>): readonly Branch[] | null {
  const seen = new Set<string>();
  for (let element: Element | undefined = from; element && !seen.has(element.id);) {
    seen.add(element.id);
    if (hasOtherWay(model, element)) return null;
    const flows: Flow[] = element.outgoing.map((id) => model.flows[id]).filter((flow) => flow !== undefined);
    if (flows.length > 1) return flows.map((flow) => branchOf(model, flow, stops));
    element = model.elements[flows[0]?.to ?? ''];
    if (element && stops.has(element.id)) return null;
  }
  return null;
}

/** A choice, a join that would wait, or an event that would end the activity and go another way. */
function hasOtherWay(model: ProcessModel, { id, kind, outgoing, incoming }: Element): boolean {
  const events = indexOf(model).boundaries.get(id) ?? [];
  if (events.some(({ interrupting, event }) => interrupting && event?.kind !== 'compensate')) return true;
  if (kind === 'parallelGateway' || kind === 'inclusiveGateway') return incoming.length > 1;
  const isConditional = outgoing.some((flow) => model.flows[flow]?.condition !== undefined);
  return outgoing.length > 1 && (kind === 'exclusiveGateway' || kind === 'eventBasedGateway' || isConditional);
}

function branchOf(model: ProcessModel, flow: Flow, stops: ReadonlySet<string>): Branch {
  const first = model.elements[flow.to];
  const inside = new Set([flow.to, ...(first && !stops.has(flow.to) ? aheadOf(model, [first], { stops }) : [])]);
  const holds = (one: Kept): boolean =>
    'element' in one ? inside.has(one.element) : one.flow === flow.id || inside.has(model.flows[one.flow]?.from ?? '');
  return { flow, holds };
}
