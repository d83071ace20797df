import { usualAnswers } from '../../../scenarios/usual-answers.ts';
import type { Http } from '../../../scenarios/http.ts';
import { filled } from '../../../scenarios/placeholders.ts';
import type { Answers, Fields } from '../../../scenarios/scenario.ts';
import type { DemoCase } from './stories.ts';
import { whoActs, type TaskHolder } from './who-acts.ts';

/** How each step is usually answered, in the demo as on the tour. */
const usual: Answers = Object.assign({}, ...usualAnswers) as Answers;

interface Task extends TaskHolder {
  readonly id: string;
  readonly elementId: string;
  readonly name: string;
  readonly outcomes: readonly string[];
  readonly variables: Fields;
}

export type SignIn = (account: string) => Promise<Http>;

/** Completes the case's open tasks one after another, each as somebody whose it is. Called again it goes on where it was. */
export async function drive(signIn: SignIn, caseId: string, { opener, steps, leave = [], answers }: DemoCase) {
  const ended = ((await (await signIn(opener)).get(`/tasks?caseId=${caseId}&status=completed&limit=100`)) as Page)
    .total;
  for (let done = ended; done < steps; done += 1) {
    const open = await (await signIn(opener)).get(`/tasks?caseId=${caseId}&status=open&sort=openedAt&limit=100`);
    const task = (open as Page).items.find(({ elementId }) => !leave.includes(elementId));
    if (!task) return;
    const as = whoActs(task, opener);
    if (!as) throw new Error(`“${task.name}”（${task.elementId}）没有哪个示例账号可以办理`);
    await (await signIn(as)).post(`/tasks/${task.id}/complete`, answerTo(task, { ...usual, ...answers }));
  }
}

interface Page {
  readonly items: readonly Task[];
  readonly total: number;
}

function answerTo(task: Task, answers: Answers): { outcome?: string; variables: unknown } {
  const { outcome, variables: given } = answers[task.elementId] ?? {};
  const [only, ...others] = task.outcomes;
  const chosen = outcome ?? (others.length === 0 ? only : undefined);
  const variables = filled(given ?? {}, { now: new Date().toISOString(), variables: task.variables });
  return { ...(chosen === undefined ? {} : { outcome: chosen }), variables };
}
