import type { Http } from '../../../scenarios/http.ts';
import { filled } from '../../../scenarios/placeholders.ts';
import type { Answer, Answers, Fields } from '../../../scenarios/scenario.ts';
import { usualAnswers } from '../../../scenarios/usual-answers.ts';
import { Surprise } from '../../../scenarios/surprise.ts';
import type { SignIn } from '../demo/drive.ts';
import { pagesOf } from './pages.ts';
import type { Held } from './city/holder.ts';

const usual: Answers = Object.assign({}, ...usualAnswers) as Answers;
/** Whoever sees every real case. */
const overseer = 'cdi.head';

export interface OpenTask extends Held {
  readonly id: string;
  readonly caseId: string;
  readonly name: string;
  readonly outcomes: readonly string[];
  readonly variables: Fields;
}

export interface Walk {
  readonly caseId: string;
  readonly opener: string;
  /** Most steps to take, whichever are open. */
  readonly steps: number;
  /** Steps that are left to themselves. */
  readonly leave?: readonly string[];
  /** How this case's people answer a step, over the usual answer; the reader sees whatever they would look up. */
  readonly answer?: (task: OpenTask, usual: Answer, reader: Http) => Answer | Promise<Answer>;
}

export interface Walker {
  readonly signIn: SignIn;
  readonly holderOf: (task: Held, opener: string) => string | undefined;
}

/** Takes a case and its children so many steps on, each by whoever's it is. Answers how many were taken. */
export async function walk({ signIn, holderOf }: Walker, of: Walk): Promise<number> {
  const reader = await signIn(overseer);
  let taken = 0;
  for (;;) {
    const open = (await openIn(reader, of.caseId)).filter(({ elementId }) => !(of.leave ?? []).includes(elementId));
    if (open.length === 0 || taken >= of.steps) return taken;
    let moved = 0;
    for (const task of open.slice(0, of.steps - taken)) {
      const as = holderOf(task, of.opener);
      if (as === undefined) throw new Surprise(`“${task.name}”（${task.elementId}，${task.caseId}）没有人可以办理`);
      const known = usual[task.elementId] ?? {};
      const answer = (await of.answer?.(task, known, reader)) ?? known;
      if (await completed(await signIn(as), task, answer)) moved += 1;
    }
    if (moved === 0) throw new Surprise(`案件 ${of.caseId} 的在办环节都已不在`);
    taken += moved;
  }
}

/** What is open in the family, its oldest step first. */
async function openIn(reader: Http, family: string): Promise<readonly OpenTask[]> {
  const cases = await pagesOf<{ readonly id: string }>(reader, `/cases?family=${family}&live=true`);
  const pages = cases.map(({ id }) => pagesOf<OpenTask>(reader, `/tasks?caseId=${id}&status=open&sort=openedAt`));
  return (await Promise.all(pages)).flat();
}

/** False where another step of the round has taken it away. */
async function completed(http: Http, task: OpenTask, { outcome, variables = {} }: Answer): Promise<boolean> {
  const [only, ...others] = task.outcomes;
  const chosen = outcome ?? (others.length === 0 ? only : undefined);
  const refusal = await http.attempt('POST', `/tasks/${task.id}/complete`, {
    ...(chosen === undefined ? {} : { outcome: chosen }),
    variables: filled(variables, { now: new Date().toISOString(), variables: task.variables }),
  });
  if (refusal === null) return true;
  if (refusal.code === 'STALE_TASK') return false;
  throw new Surprise(`“${task.name}”（${task.elementId}，${task.caseId}）：${refusal.code} ${refusal.detail}`);
}
