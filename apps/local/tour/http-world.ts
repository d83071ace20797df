import { accountOf } from './accounts.ts';
import type { Http } from './http.ts';
import type { Fields, Story } from './story.ts';
import { Surprise } from './surprise.ts';
import type { AlarmSeen, CaseSeen, Refused, TaskSeen, World } from './world.ts';

interface CaseAnswer extends Omit<CaseSeen, 'openTasks'> {
  readonly openTasks: readonly Omit<TaskSeen, 'caseId' | 'now'>[];
  readonly children: readonly { readonly id: string }[];
}

async function read(reader: Http, id: string): Promise<{ seen: CaseSeen; children: readonly string[] }> {
  const { openTasks, children, ...one } = (await reader.get(`/cases/${id}`)) as CaseAnswer;
  const tasks = openTasks.map((task) => ({ ...task, caseId: id, now: one.now }));
  return { seen: { ...one, openTasks: tasks }, children: children.map((child) => child.id) };
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
    if (this.story?.by === 'accounts') return this.familyOfAgencies();
    const reader = await this.opener();
    const found: CaseSeen[] = [];
    for (let ids: readonly string[] = [this.root]; ids.length > 0;) {
      const generation = await Promise.all(ids.map((id) => read(reader, id)));
      found.push(...generation.map(({ seen }) => seen));
      ids = generation.flatMap(({ children }) => children);
    }
    return found;
  }

  /** The opener's own case, and what the commission opened for it: nobody sees both. */
  private async familyOfAgencies(): Promise<readonly CaseSeen[]> {
    const commission = await this.signedIn('cdi.head');
    const { items } = (await commission.get(`/cases?family=${this.root}&sort=openedAt`)) as { items: { id: string }[] };
    const { seen } = await read(await this.opener(), this.root);
    const tracks = items.map(({ id }) => id).filter((id) => id !== this.root);
    return [seen, ...(await Promise.all(tracks.map((id) => read(commission, id)))).map((one) => one.seen)];
  }

  async complete(task: TaskSeen, { outcome, fields }: { outcome?: string; fields: Fields }): Promise<Refused | null> {
    const body = { variables: fields, ...(outcome === undefined ? {} : { outcome }) };
    return (await this.actor(task)).attempt(`/tasks/${task.id}/complete`, body);
  }

  async extend(task: TaskSeen, by: string): Promise<Refused | null> {
    return (await this.actor(task)).attempt(`/tasks/${task.id}/extend`, { by, reason: '案情复杂，经批准延长' });
  }

  /** Asked without anything in it, so that nothing can happen: an allowed person would be told what the form lacks. */
  async mayComplete(task: TaskSeen, username: string): Promise<boolean> {
    const status = await (
      await this.signedIn(username)
    ).statusOf('POST', `/tasks/${task.id}/complete?preview=true`, {});
    return status !== 403 && status !== 404;
  }

  async maySee(caseId: string, username: string): Promise<boolean> {
    return (await (await this.signedIn(username)).statusOf('GET', `/cases/${caseId}`)) === 200;
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
