import type { Manner } from './scenario.ts';
import { Surprise } from './surprise.ts';
import type { CaseSeen, TaskSeen, World } from './world.ts';

type Which = Pick<Manner, 'child' | 'nth'>;

/** The open task of an element: the first, or the nth of the whole family or of one child case. */
export async function taskOf(elementId: string, which: Which, on: { readonly world: World }): Promise<TaskSeen> {
  const family = await on.world.family();
  const among = which.child === undefined ? family : [childOf(family, which.child)];
  const task = openTasksOf(among, elementId)[(which.nth ?? 1) - 1];
  if (task) return task;
  const others = family.flatMap(({ openTasks }) => openTasks.map((one) => one.elementId)).join(' ');
  throw new Surprise(`没有待办 ${elementId}；现有 ${others || '（无）'}${troubleIn(family)}`);
}

/** The case itself, or a child of it. */
export async function caseOf({ child }: Which, on: { readonly world: World }): Promise<CaseSeen> {
  const family = await on.world.family();
  return child === undefined ? firstOf(family) : childOf(family, child);
}

export const openTasksOf = (family: readonly CaseSeen[], elementId: string): readonly TaskSeen[] =>
  family.flatMap(({ openTasks }) => openTasks.filter((task) => task.elementId === elementId));

export function firstOf(family: readonly CaseSeen[]): CaseSeen {
  const [opened] = family;
  if (!opened) throw new Surprise('案件没有立起来');
  return opened;
}

function childOf(family: readonly CaseSeen[], nth: number): CaseSeen {
  const child = family[nth];
  if (!child) throw new Surprise(`没有第 ${nth} 件子案件，共有 ${family.length - 1} 件`);
  return child;
}

/** The open incidents of a family as the end of a sentence. */
export function troubleIn(family: readonly CaseSeen[]): string {
  const all = family.flatMap(({ incidents }) => incidents.map((one) => `${one.elementId}：${one.code} ${one.message}`));
  return all.length > 0 ? `；异常 ${all.join('；')}` : '';
}
