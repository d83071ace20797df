import type { Warning } from '../correction.ts';
import type { Element } from '../model.ts';
import { reaching } from '../reachability.ts';
import type { Instance, Task } from '../state.ts';
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
    compared(join, supplyOf(step, scope, join, before), supplyOf(step, scope, join, after)),
  );
}

/** Tokens that can still come by each flow of the join, or have. */
function supplyOf(step: Step, scope: Instance, join: Element, { at, arriving, joins }: Tokens): readonly number[] {
  const model = step.modelOf(scope);
  return join.incoming.map((flow) => {
    const source = model.elements[model.flows[flow]?.from ?? ''];
    if (!source) return 0;
    const from = new Set([source.id, ...reaching(model, source)]);
    // Not through the join itself: what has passed it comes by it no more, except in a loop.
    const standing = at.filter((id) => from.has(id) && id !== join.id).length;
    const coming = arriving.filter((one) =>
      one.element === join.id ? one.flow === flow : from.has(one.element),
    ).length;
    return standing + coming + (joins[join.id]?.[flow] ?? 0) + waitingBefore(joins, join, from);
  });
}

/** Tokens that wait in other joins on the way make one when they go on. */
const waitingBefore = (joins: Tokens['joins'], join: Element, from: ReadonlySet<string>): number =>
  Object.keys(joins).filter((id) => id !== join.id && from.has(id)).length;

function compared(join: Element, before: readonly number[], after: readonly number[]): Warning[] {
  const name = join.name ?? join.id;
  const starves = (supply: readonly number[]) =>
    supply.some((count) => count === 0) && supply.some((count) => count > 0);
  if (starves(after) && !starves(before)) {
    const message = `汇聚“${name}”等待的某一分支已没有令牌会到达，流程将停在那里`;
    return [{ code: 'JOIN_STARVES', elementId: join.id, message }];
  }
  const gained = after.map((count, index) => count - (before[index] ?? 0));
  if (gained.some((more) => more > 0) && gained.some((more) => more <= 0) && !starves(before)) {
    const message = `汇聚“${name}”的某一分支会多出令牌，流程结束时将停在那里`;
    return [{ code: 'JOIN_SURPLUS', elementId: join.id, message }];
  }
  return [];
}

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
