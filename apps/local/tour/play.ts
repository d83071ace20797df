import { isDeepStrictEqual } from 'node:util';
import type { Narrator } from './narrator.ts';
import { filled } from './placeholders.ts';
import type { Answer, Fields, Step, Story } from './story.ts';
import { Surprise } from './surprise.ts';
import type { AlarmSeen, CaseSeen, TaskSeen, World } from './world.ts';

interface Play {
  readonly story: Story;
  readonly world: World;
  readonly narrator: Narrator;
}

/** Plays a story to its end; throws Surprise at the first thing that goes otherwise. */
export async function play(story: Story, world: World, narrator: Narrator): Promise<void> {
  await world.open(story);
  narrator.opened(story, first(await world.family()));
  for (const step of story.steps) await take(step, { story, world, narrator });
}

async function take(step: Step, on: Play): Promise<void> {
  if ('say' in step) return on.narrator.say(step.say);
  if ('do' in step) return complete(await find(step.do, step, on), step, on);
  if ('run' in step) {
    for (const elementId of step.run) await complete(await find(elementId, step, on), {}, on);
    return undefined;
  }
  if ('each' in step) return completeAll(step.each, step.times, step, on);
  if ('refused' in step) return refused(step.refused, step.code, step, on);
  if ('forbidden' in step) return forbidden(step.forbidden, step.to, on);
  if ('hidden' in step) return hidden(step.hidden, step.clue, on);
  if ('wait' in step) return wait(step.wait, step.fires ?? {}, on);
  if ('extend' in step) return extend(await find(step.extend, step, on), step, on);
  if ('message' in step) return send(step.message, step.fields ?? {}, step.clue, on);
  if ('open' in step) return expectOpen(step.open, on);
  return expectEnded(step.ended, on);
}

async function complete(task: TaskSeen, given: Answer, on: Play): Promise<void> {
  const answer = answerTo(task, given, on);
  const refusal = await on.world.complete(task, answer);
  if (refusal) throw new Surprise(`${told(task)} 被拒绝：${refusal.code} ${refusal.detail}`);
  on.narrator.completed(task, answer.outcome);
}

async function completeAll(elementId: string, times: number, given: Answer, on: Play): Promise<void> {
  const open = tasksOf(await on.world.family(), elementId);
  if (open.length !== times) throw new Surprise(`${elementId} 应有 ${times} 件待办，实有 ${open.length} 件`);
  for (const task of open) await complete(task, given, on);
}

async function refused(elementId: string, code: string, step: Answer & { clue?: number }, on: Play): Promise<void> {
  const task = await find(elementId, step, on);
  const refusal = await on.world.complete(task, answerTo(task, step, on));
  if (refusal?.code !== code)
    throw new Surprise(`${told(task)} 应被拒绝（${code}），结果是 ${refusal?.code ?? '办理成功'}`);
  on.narrator.refused(task, refusal);
}

async function forbidden(elementId: string, username: string, on: Play): Promise<void> {
  const task = await find(elementId, {}, on);
  if (await on.world.mayComplete?.(task, username)) throw new Surprise(`${username} 不应能办 ${told(task)}`);
  on.narrator.say(`${username} 不能代办${told(task)}。`);
}

async function hidden(username: string, clue: number, on: Play): Promise<void> {
  const { id, number } = clueOf(await on.world.family(), clue);
  if (await on.world.maySee?.(id, username)) throw new Surprise(`${username} 不应看见 ${number ?? id}`);
  on.narrator.say(`${username} 看不见线索案件 ${number ?? ''}。`);
}

function answerTo(task: TaskSeen, given: Answer, { story }: Play) {
  const usual = story.answers.map((answers) => answers[task.elementId]).find((one) => one !== undefined);
  if (!usual && !given.fields) throw new Surprise(`故事没有说 ${told(task)} 怎样办理`);
  const outcome = given.outcome ?? usual?.outcome ?? (task.outcomes.length === 1 ? task.outcomes[0] : undefined);
  const fields = filled({ ...usual?.fields, ...given.fields }, task) as Fields;
  return { fields, ...(outcome === undefined ? {} : { outcome }) };
}

async function wait(by: string, fires: Readonly<Record<string, readonly string[]>>, on: Play): Promise<void> {
  const alarms = await on.world.forward(by);
  on.narrator.waited(by, first(await on.world.family()).now, alarms);
  for (const [elementId, expected] of Object.entries(fires)) {
    const labels = [...new Set(alarms.filter((one) => one.elementId === elementId).map(labelOf))];
    if (labels.join('、') !== expected.join('、')) {
      throw new Surprise(`${elementId} 应响 ${expected.join('、') || '（无）'}，实响 ${labels.join('、') || '（无）'}`);
    }
  }
}

const labelOf = ({ kind, level }: AlarmSeen): string => (kind === 'rung' ? `rung ${level}` : kind);

async function extend(task: TaskSeen, { by, code }: { by: string; code?: string }, on: Play): Promise<void> {
  const refusal = await on.world.extend(task, by);
  if (code !== undefined) {
    if (refusal?.code !== code) throw new Surprise(`${told(task)} 不应能延期，结果是 ${refusal?.code ?? '已延期'}`);
    return on.narrator.refused(task, refusal);
  }
  if (refusal) throw new Surprise(`${told(task)} 延期被拒绝：${refusal.code} ${refusal.detail}`);
  const moved = tasksOf(await on.world.family(), task.elementId).find(({ id }) => id === task.id);
  if (!moved?.dueOn || !task.dueOn || moved.dueOn <= task.dueOn) throw new Surprise(`${told(task)} 延期后期限没有后移`);
  on.narrator.extended(task, moved.dueOn);
}

async function send(name: string, fields: Fields, clue: number | undefined, on: Play): Promise<void> {
  const family = await on.world.family();
  const receiver = clue === undefined ? first(family) : clueOf(family, clue);
  await on.world.message(receiver.id, name, filled(fields, receiver) as Fields);
  on.narrator.say(`发出消息“${name}”`);
}

async function expectOpen(expected: readonly string[], { world }: Play): Promise<void> {
  const family = await world.family();
  for (const { incidents } of family)
    for (const { elementId, message } of incidents) throw new Surprise(`${elementId}：${message}`);
  const open = family.flatMap(({ openTasks }) => openTasks.map(({ elementId }) => elementId)).toSorted();
  if (open.join(' ') !== [...expected].toSorted().join(' ')) {
    throw new Surprise(`应待办 ${[...expected].toSorted().join(' ')}，实有 ${open.join(' ')}`);
  }
}

async function expectEnded(expected: Fields, on: Play): Promise<void> {
  const family = await on.world.family();
  for (const one of family) {
    if (one.status !== 'completed')
      throw new Surprise(`${one.definitionKey} ${one.number} 应已办结，实为 ${one.status}`);
  }
  const { variables } = first(family);
  for (const [name, value] of Object.entries(expected)) {
    if (isDeepStrictEqual(variables[name], value)) continue;
    throw new Surprise(`${name} 应为 ${JSON.stringify(value)}，实为 ${JSON.stringify(variables[name])}`);
  }
  on.narrator.ended(first(family), family.length);
}

async function find(elementId: string, { clue, nth = 1 }: { clue?: number; nth?: number }, { world }: Play) {
  const family = await world.family();
  const open = tasksOf(clue === undefined ? family : [clueOf(family, clue)], elementId);
  const task = open[nth - 1];
  if (task) return task;
  const others = family.flatMap(({ openTasks }) => openTasks.map((one) => one.elementId)).join(' ');
  const trouble = family
    .flatMap(({ incidents }) => incidents.map((one) => `${one.elementId}：${one.message}`))
    .join('；');
  throw new Surprise(`没有待办 ${elementId}；现有 ${others || '（无）'}${trouble && `；异常 ${trouble}`}`);
}

const tasksOf = (family: readonly CaseSeen[], elementId: string): readonly TaskSeen[] =>
  family.flatMap(({ openTasks }) => openTasks.filter((task) => task.elementId === elementId));

function clueOf(family: readonly CaseSeen[], nth: number): CaseSeen {
  const clue = family.filter(({ definitionKey }) => definitionKey === 'XianSuoBanLi')[nth - 1];
  if (!clue) throw new Surprise(`没有第 ${nth} 件线索`);
  return clue;
}

function first(family: readonly CaseSeen[]): CaseSeen {
  const [opened] = family;
  if (!opened) throw new Surprise('案件没有立起来');
  return opened;
}

const told = ({ name, elementId }: TaskSeen): string => `“${name}”（${elementId}）`;
