import { accountOf } from './accounts.ts';
import type { Http } from './http.ts';
import type { Fields, Story } from './story.ts';
import { Surprise } from './surprise.ts';
import type { AlarmSeen, CaseSeen, Refused, TaskSeen, World } from './world.ts';

interface CaseAnswer extends Omit<CaseSeen, 'openTasks'> {
  readonly openTasks: readonly Omit<TaskSeen, 'caseId' | 'now'>[];
  readonly children: readonly { readonly id: string }[];
}

/** Plays at the running product: a trial by its opener alone, or a real case by the accounts whose posts its steps are. */
export class HttpWorld implements World {
  private root = '';
  private story: Story | undefined;

  constructor(private readonly signedIn: (username: string) => Promise<Http>) {}

  async open(story: Story): Promise<void> {
    this.story = story;
    const { definitionKey, fields: variables } = story;
    const opened =
      story.by === 'accounts'
        ? await (await this.opener()).post('/cases', { definitionKey, title: story.title, variables })
        : await (await this.opener()).post('/trials', { definitionKey, variables });
    this.root = (opened as CaseAnswer).id;
  }

  async family(): Promise<readonly CaseSeen[]> {
    const reader = await this.opener();
    const found: CaseSeen[] = [];
    for (const waiting = [this.root]; waiting.length > 0;) {
      const id = waiting.shift() as string;
      const { openTasks, children, ...one } = (await reader.get(`/cases/${id}`)) as CaseAnswer;
      found.push({ ...one, openTasks: openTasks.map((task) => ({ ...task, caseId: id, now: one.now })) });
      waiting.push(...children.map((child) => child.id));
    }
    return found;
  }

  async complete(task: TaskSeen, { outcome, fields }: { outcome?: string; fields: Fields }): Promise<Refused | null> {
    const body = { variables: fields, ...(outcome === undefined ? {} : { outcome }) };
    return (await this.actor(task)).attempt(`/tasks/${task.id}/complete`, body);
  }

  async extend(task: TaskSeen, by: string): Promise<Refused | null> {
    return (await this.actor(task)).attempt(`/tasks/${task.id}/extend`, { by, reason: '案情复杂，经批准延长' });
  }

  async message(caseId: string, name: string, variables: Fields): Promise<void> {
    await (await this.opener()).post(`/cases/${caseId}/messages`, { name, variables });
  }

  async forward(by: string): Promise<readonly AlarmSeen[]> {
    const { fired } = (await (await this.opener()).post(`/trials/${this.root}/fast-forward`, { by })) as {
      fired: readonly AlarmSeen[];
    };
    return fired;
  }

  private async opener(): Promise<Http> {
    if (!this.story) throw new Surprise('故事还没有开始');
    return this.signedIn(this.story.opener ?? 'designer');
  }

  private async actor(task: TaskSeen): Promise<Http> {
    return this.story?.by === 'accounts' ? this.signedIn(accountOf(task)) : this.opener();
  }
}
