import type { ApiClient } from '../http-client.ts';
import { formOf, sampleOf } from './form-sample.ts';
import { whoActs, type TaskHolder } from './who-acts.ts';

/** What a person answers at a step: absent parts are the first outcome and the least the form asks for. */
export interface Answer {
  readonly outcome?: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

export interface Drive {
  readonly caseId: string;
  /** Who opened the case, and sees its tasks. */
  readonly opener: string;
  /** By element id. */
  readonly answers?: Readonly<Record<string, Answer>>;
  /** The case rests when only these steps are open, or after so many. */
  readonly until?: readonly string[];
  readonly steps: number;
  /** The civil day that forms are filled with. */
  readonly today: string;
}

interface Task extends TaskHolder {
  readonly id: string;
  readonly elementId: string;
  readonly outcomes: readonly string[];
  readonly form: string | null;
}

/** Completes the case's open tasks one after another, each as somebody whose it is; answers how many. The same drive again repeats nothing. */
export async function drive(
  client: ApiClient,
  { caseId, opener, answers = {}, until = [], steps, today }: Drive,
): Promise<number> {
  for (let done = 0; done < steps; done += 1) {
    const task = (await openTasks(client, caseId, opener)).find(({ elementId }) => !until.includes(elementId));
    if (!task) return done;
    const as = whoActs(task, opener);
    if (!as) throw new Error(`no demo account may act on ${task.elementId} (${task.agency ?? ''} ${task.role ?? ''})`);
    await complete(client, as, task, { today, ...answers[task.elementId] });
  }
  return steps;
}

async function openTasks(client: ApiClient, caseId: string, opener: string): Promise<readonly Task[]> {
  const path = `/tasks?status=open&sort=openedAt&limit=100&caseId=${encodeURIComponent(caseId)}`;
  return (await client.call<{ items: readonly Task[] }>({ as: opener, path })).items;
}

type DatedAnswer = Answer & { readonly today: string };

async function complete(client: ApiClient, as: string, task: Task, { outcome, variables, today }: DatedAnswer) {
  const sample = task.form ? (sampleOf(formOf(task.form), today) as Record<string, unknown>) : {};
  const [first] = task.outcomes;
  await client.call({
    as,
    method: 'POST',
    path: `/tasks/${encodeURIComponent(task.id)}/complete`,
    body: { ...(first ? { outcome: outcome ?? first } : {}), variables: { ...sample, ...variables } },
    key: `demo:${task.id}`,
  });
}
