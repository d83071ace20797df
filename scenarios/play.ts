import { complete, completeAll } from './completing.ts';
import { caseOf, firstOf, openTasksOf, taskOf } from './choosing.ts';
import { firesOf } from './fires.ts';
import { expectEnded, expectOpen, expectState } from './expecting.ts';
import type { Narrator } from './narrator.ts';
import { filled } from './placeholders.ts';
import type { Fields, Manner, Scenario, Step } from './scenario.ts';
import { Surprise } from './surprise.ts';
import { told } from './told.ts';
import type { Forward, Order, TaskSeen, World } from './world.ts';

/** A scenario under way. */
export interface Playing {
  readonly scenario: Scenario;
  readonly world: World;
  readonly narrator: Narrator;
  /** When the story began, for what is said of years. */
  readonly began: string;
}

/** Plays a scenario to its end; throws Surprise, with file and line, at the first thing that goes otherwise. */
export async function play(scenario: Scenario, world: World, narrator: Narrator): Promise<void> {
  const began = world.now(scenario);
  const on = { scenario, world, narrator, began };
  await located(scenario, null, async () => {
    const variables = filled(scenario.variables, { now: began, variables: {} }) as Fields;
    await world.open({ ...scenario, variables });
  });
  narrator.opened(scenario, firstOf(await world.family()));
  for (const [index, step] of scenario.steps.entries()) await located(scenario, index, () => take(step, on));
}

async function located(scenario: Scenario, index: number | null, act: () => Promise<void>): Promise<void> {
  try {
    await act();
  } catch (error) {
    if (!(error instanceof Surprise)) throw error;
    throw new Surprise(`${placeOf(scenario, index)}${error.message}`);
  }
}

/** "orders.yaml:12 第 3 步（do: A）：". */
function placeOf({ source, steps }: Scenario, index: number | null): string {
  const line = index === null ? source?.line : source?.lines[index];
  const file = source ? `${source.file}:${line} ` : '';
  const step = index === null ? undefined : steps[index];
  const [kind = '', what] = step ? (Object.entries(step)[0] ?? []) : [];
  return step ? `${file}第 ${(index ?? 0) + 1} 步（${kind}: ${JSON.stringify(what)}）：` : file;
}

async function take(step: Step, on: Playing): Promise<void> {
  if ('say' in step) return on.narrator.say(step.say);
  if ('do' in step) return complete(await taskOf(step.do, step, on), step, on);
  if ('run' in step) {
    for (const elementId of step.run) await complete(await taskOf(elementId, step, on), step, on);
    return undefined;
  }
  if ('each' in step) return completeAll(step, on);
  if ('act' in step) return operate(step, on);
  if ('extend' in step) return extend(await taskOf(step.extend, step, on), step, on);
  if ('forbidden' in step) return forbidden(step.forbidden, step.to, on);
  if ('hidden' in step) return hidden(step.hidden, step.child, on);
  if ('wait' in step) return forward({ by: step.wait }, step.wait, step.fires ?? {}, on);
  if ('until' in step) {
    const to = String(filled(step.until, { now: on.began, variables: {} }));
    return forward({ to }, to, step.fires ?? {}, on);
  }
  if ('message' in step) return message(step, on);
  if ('signal' in step) return signal(step.signal, step.variables ?? {}, on);
  if ('open' in step) return expectOpen(step.open, on);
  if ('expect' in step) return expectState(step, on);
  return expectEnded(step.ended, on);
}

/** The act is made, or refused with the code that the step says. */
async function send(
  order: Order,
  { refused }: Pick<Manner, 'refused'>,
  { world, narrator }: Playing,
): Promise<boolean> {
  const refusal = await world.act(order);
  const what = 'task' in Object(order.on) ? told((order.on as { task: TaskSeen }).task) : order.operation;
  if (refused === undefined) {
    if (refusal) throw new Surprise(`${what} 的 ${order.operation} 被拒绝：${refusal.code} ${refusal.detail}`);
    return true;
  }
  if (refusal?.code !== refused) {
    throw new Surprise(`${what} 的 ${order.operation} 应被拒绝（${refused}），结果是 ${refusal?.code ?? '已办理'}`);
  }
  narrator.refused(what, refusal);
  return false;
}

async function operate(step: Extract<Step, { act: string }>, on: Playing): Promise<void> {
  const { act: operation, on: elementId } = step;
  const as = step.as === undefined ? {} : { as: step.as };
  const found = await caseOf(step, on);
  if (elementId === undefined) {
    const body = filled(step.with ?? {}, found) as Fields;
    if (await send({ operation, on: { case: found }, body, ...as }, step, on)) on.narrator.acted(operation, null);
    return;
  }
  if (operation === 'retry') {
    const incident = found.incidents.find((one) => one.elementId === elementId)?.id;
    if (incident === undefined) throw new Surprise(`${elementId} 没有待处置的异常`);
    await send({ operation, on: { case: found, incident }, body: step.with ?? {}, ...as }, step, on);
    return on.narrator.acted(operation, elementId);
  }
  const task = operation === 'withdraw' ? await doneOf(elementId, on) : await taskOf(elementId, step, on);
  const present = { now: found.now, variables: 'variables' in task ? (task.variables as Fields) : {} };
  const body = filled(step.with ?? {}, present) as Fields;
  if (await send({ operation, on: { task }, body, ...as }, step, on)) on.narrator.acted(operation, elementId);
}

async function doneOf(elementId: string, { world }: Playing) {
  const task = await world.lastDone(elementId);
  if (!task) throw new Surprise(`${elementId} 还没有办结过`);
  return { ...task, elementId };
}

async function extend(task: TaskSeen, step: { by: string } & Manner, on: Playing): Promise<void> {
  const body = { by: step.by, reason: '案情复杂，经批准延长' };
  const as = step.as === undefined ? {} : { as: step.as };
  if (!(await send({ operation: 'extend', on: { task }, body, ...as }, step, on))) return;
  const open = (await on.world.family()).flatMap(({ openTasks }) => openTasks);
  const moved = open.find(({ id }) => id === task.id);
  if (!moved?.dueOn || !task.dueOn || moved.dueOn <= task.dueOn) throw new Surprise(`${told(task)} 延期后期限没有后移`);
  on.narrator.extended(task, moved.dueOn);
}

/** Every open task of the element but those that are the account's own by name; one there must be. */
async function forbidden(elementId: string, username: string, on: Playing): Promise<void> {
  const first = await taskOf(elementId, {}, on);
  const others = openTasksOf(await on.world.family(), elementId).filter(({ assignee }) => assignee !== username);
  for (const task of others.length > 0 ? others : [first]) {
    if (await on.world.mayComplete?.(task, username)) throw new Surprise(`${username} 不应能办 ${told(task)}`);
  }
  on.narrator.say(`${username} 不能代办${told(first)}。`);
}

async function hidden(username: string, child: number, on: Playing): Promise<void> {
  const { id, number } = await caseOf({ child }, on);
  if (await on.world.maySee?.(id, username)) throw new Surprise(`${username} 不应看见 ${number ?? id}`);
  on.narrator.say(`${username} 看不见子案件 ${number ?? ''}。`);
}

async function forward(
  to: Forward,
  text: string,
  fires: Readonly<Record<string, readonly string[]>>,
  on: Playing,
): Promise<void> {
  const alarms = await on.world.forward(to);
  on.narrator.waited(text, firstOf(await on.world.family()).now, alarms);
  const rung = firesOf(alarms);
  for (const [elementId, expected] of Object.entries(fires)) {
    const labels = rung[elementId] ?? [];
    if (labels.join('、') !== expected.join('、')) {
      throw new Surprise(`${elementId} 应响 ${expected.join('、') || '（无）'}，实响 ${labels.join('、') || '（无）'}`);
    }
  }
}

async function message(step: Extract<Step, { message: string }>, on: Playing): Promise<void> {
  const receiver = await caseOf(step, on);
  const variables = filled(step.variables ?? {}, receiver) as Fields;
  const { message: name, correlation } = step;
  const order: Order =
    correlation === undefined
      ? { operation: 'messages', on: { case: receiver }, body: { name, variables } }
      : {
          operation: 'messages',
          on: 'all',
          body: { name, variables, correlation: filled(correlation, receiver) as Fields },
        };
  if (await send(order, step, on)) on.narrator.say(`发出消息“${name}”`);
}

async function signal(name: string, variables: Fields, on: Playing): Promise<void> {
  const body = { name, variables: filled(variables, firstOf(await on.world.family())) as Fields };
  await send({ operation: 'signals', on: 'all', body }, {}, on);
  on.narrator.say(`发出信号“${name}”`);
}
