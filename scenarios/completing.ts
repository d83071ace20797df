import { openTasksOf } from './choosing.ts';
import type { Playing } from './play.ts';
import { filled } from './placeholders.ts';
import type { Answer, Fields, Manner, Step } from './scenario.ts';
import { Surprise } from './surprise.ts';
import { told } from './told.ts';
import type { TaskSeen } from './world.ts';

/** Completes a task as the step or the usual answers say. */
export async function complete(task: TaskSeen, given: Answer & Manner, on: Playing): Promise<void> {
  const body = answerTo(task, given, on);
  const { as, refused } = given;
  const refusal = await on.world.act({
    operation: 'complete',
    on: { task },
    body,
    ...(as === undefined ? {} : { as }),
  });
  if (refused !== undefined) {
    if (refusal?.code !== refused)
      throw new Surprise(`${told(task)} 应被拒绝（${refused}），结果是 ${refusal?.code ?? '办理成功'}`);
    return on.narrator.refused(told(task), refusal);
  }
  if (refusal) throw new Surprise(`${told(task)} 被拒绝：${refusal.code} ${refusal.detail}`);
  on.narrator.completed(task, body.outcome);
}

export async function completeAll(step: Extract<Step, { each: string }>, on: Playing): Promise<void> {
  const open = openTasksOf(await on.world.family(), step.each);
  if (open.length !== step.times) throw new Surprise(`${step.each} 应有 ${step.times} 件待办，实有 ${open.length} 件`);
  for (const task of open) await complete(task, step, on);
}

/** The step's own answer over the usual one; the only outcome where there is one. */
function answerTo(task: TaskSeen, given: Answer, { scenario }: Pick<Playing, 'scenario'>): Answer & Fields {
  const usual = scenario.answers.map((answers) => answers[task.elementId]).find((one) => one !== undefined);
  const outcome = given.outcome ?? usual?.outcome ?? (task.outcomes.length === 1 ? task.outcomes[0] : undefined);
  const comment = given.comment ?? usual?.comment;
  const variables = filled({ ...usual?.variables, ...given.variables }, task) as Fields;
  return {
    variables,
    ...(outcome === undefined ? {} : { outcome }),
    ...(comment === undefined ? {} : { comment }),
  };
}
