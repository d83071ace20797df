import type { Warning } from '../correction.ts';
import type { Element } from '../model.ts';
import { reaching } from '../reachability.ts';
import type { Instance } from '../state.ts';
import type { Task } from '../task.ts';
import type { Step } from '../step.ts';

/** Where tokens of a scope are: standing, on their way, or waiting in a join. */
interface Tokens {
  readonly at: readonly string[];
  readonly arriving: readonly { readonly element: string; readonly flow: string | null }[];
  readonly joins: NonNullable<Instance['joins']>;
}

/** What a correction has made worse: joins that will wait for ever, or get more than they should; clocks of law that it ends. */
export function warningsOf(step: Step): readonly Warning[] {
  const scopes = step.draft.instances.rows().filter(({ kind }) => kind !== 'body');
  return [...scopes.flatMap((scope) => joinWarnings(step, scope)), ...clockWarnings(step)];
}

function joinWarnings(step: Step, scope: Instance): Warning[] {
  const element = scope.kind === 'process' ? step.modelOf(scope).key : scope.element;
  const joins = Object.values(step.modelOf(scope).elements).filter(
    (one) => one.scope === element && one.kind === 'parallelGateway' && one.incoming.length > 1,
  );
  if (joins.length === 0) return [];
  const after = tokensNow(step, scope);
  const before = tokensBefore(step, scope);
  return joins.flatMap((join) =>
    compared(step, join, { before: supplyOf(step, scope, join, before), after: supplyOf(step, scope, join, after) }),
  );
}

/** Tokens that can still come to the join, or have: by each of its flows, and in all. */
interface Supply {
  readonly byFlow: readonly number[];
  readonly total: number;
}

function supplyOf(step: Step, scope: Instance, join: Element, tokens: Tokens): Supply {
  const model = step.modelOf(scope);
  const held = tokens.joins[join.id] ?? {};
  const byFlow = join.incoming.map((flow) => {
    const source = model.elements[model.flows[flow]?.from ?? ''];
    if (!source) return 0;
    const from = new Set([source.id, ...reaching(model, source)]);
    const coming = tokens.arriving.filter(({ element, flow: by }) => element === join.id && by === flow).length;
    return (held[flow] ?? 0) + coming + tokensIn(from, join, tokens);
  });
  const atJoin = tokens.arriving.filter(({ element }) => element === join.id).length;
  const waiting = Object.values(held).reduce((sum, count) => sum + count, 0);
  return { byFlow, total: waiting + atJoin + tokensIn(reaching(model, join), join, tokens) };
}

/** Those that wait in another join on the way make one when they go on. */
function tokensIn(from: ReadonlySet<string>, join: Element, { at, arriving, joins }: Tokens): number {
  const isThere = (element: string) => element !== join.id && from.has(element);
  const standing = at.filter(isThere).length + Object.keys(joins).filter(isThere).length;
  return standing + arriving.filter(({ element }) => isThere(element)).length;
}

interface Change {
  readonly before: Supply;
  readonly after: Supply;
}

function compared(step: Step, join: Element, { before, after }: Change): Warning[] {
  const name = join.name ?? join.id;
  if (starves(after) && !starves(before)) {
    const message = `汇聚“${name}”等待的某一分支已没有令牌会到达，流程将停在那里`;
    return [{ code: 'JOIN_STARVES', elementId: join.id, message }];
  }
  const gained = after.byFlow.map((count, index) => count - (before.byFlow[index] ?? 0));
  const isOneSided = gained.some((more) => more > 0) && gained.some((more) => more <= 0);
  const isUneven = isOneSided || (step.since(9) && spreadOf(after) > spreadOf(before));
  const isMore = before.total > 0 && after.total > before.total;
  if ((!isUneven && !isMore) || starves(before)) return [];
  const message = `会有更多令牌走向汇聚“${name}”，多出的将停在那里`;
  return [{ code: 'JOIN_SURPLUS', elementId: join.id, message }];
}

/** Two tokens that become one before the fork count twice on every flow alike; one that is then put behind it, on its flow alone. */
const spreadOf = ({ byFlow }: Supply): number => Math.max(...byFlow) - Math.min(...byFlow);

const starves = ({ byFlow }: Supply): boolean =>
  byFlow.some((count) => count === 0) && byFlow.some((count) => count > 0);

function tokensNow(step: Step, scope: Instance): Tokens {
  const arriving = step.next.flatMap((job) => (job.do === 'arrive' && job.scope === scope.id ? [job] : []));
  const { joins = {} } = step.draft.instances.need(scope.id);
  return { at: step.draft.instances.of(scope.id).map(({ element }) => element), arriving, joins };
}

function tokensBefore(step: Step, scope: Instance): Tokens {
  const { instances } = step.draft.before;
  const standing = Object.values(instances).filter(({ parent }) => parent === scope.id);
  return { at: standing.map(({ element }) => element), arriving: [], joins: instances[scope.id]?.joins ?? {} };
}

/** A deadline of law, or of a measure like custody, that ran before and does not any more. */
function clockWarnings(step: Step): Warning[] {
  const isLive = (task: Task | undefined) => task?.status === 'open' || task?.status === 'suspended';
  const ended = Object.values(step.draft.before.tasks).filter(
    ({ id, clock, ...task }) =>
      clock !== null &&
      clock.rule.clock !== 'internal' &&
      (task.status === 'open' || task.status === 'suspended') &&
      !isLive(step.draft.tasks.find(id)),
  );
  return ended.map(({ element, name, clock }) => {
    const message = `“${name}”的法定期限（${clock?.due.dueOn ?? ''} 届满）随之结束`;
    return { code: 'STATUTORY_CLOCK', elementId: element, message };
  });
}
